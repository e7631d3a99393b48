import type { ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { productText } from '../texts/zh.js';
import { productReleaseQuery } from './queries.js';

const text = productText.release;

/** Whether an issue would put a page before the public that lists no task. `unknown`: it is still being looked up. */
export function useEmptyRelease(product: ProductView, action: string): 'unknown' | 'empty' | 'no' {
  const publishes = product.kind === 'publication' && action === 'issue';
  const { data, isLoading } = useQuery({
    ...productReleaseQuery(product.id, product.version),
    enabled: publishes,
  });
  if (!publishes) return 'no';
  if (isLoading) return 'unknown';
  return data?.enabled === true && data.tasks === 0 ? 'empty' : 'no';
}

interface EmptyReleaseProps {
  sure: boolean;
  asked: boolean;
  onSure: (sure: boolean) => void;
}

/** Says so, and wants it confirmed: nobody publishes an empty page by pressing on. */
export function EmptyRelease({ sure, asked, onSure }: EmptyReleaseProps) {
  return (
    <div data-testid="empty-release">
      <p className="late">
        <b>{text.empty}</b>
      </p>
      <Checkbox
        checked={sure}
        aria-invalid={asked && !sure}
        onChange={(event) => onSure(event.target.checked)}
      >
        {text.emptySure}
      </Checkbox>
      {asked && !sure ? (
        <p className="late" role="alert">
          {productText.acts.confirmFirst}
        </p>
      ) : null}
    </div>
  );
}

import type { ProductSummary } from '#contract';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../format/date.js';
import { formatPeriod } from '../format/period.js';
import { useSession } from '../session/use-session.js';
import { shortTitle } from '../session/use-plan.js';
import { productsText } from '../texts/zh.js';
import { ProductState } from './product-state.js';

function when({ state, dueAt, issuedAt, producedAt }: ProductSummary): string {
  if (issuedAt !== null) return productsText.issuedAt(formatInstant(issuedAt));
  if (dueAt !== null && (state === 'draft' || state === 'reviewed'))
    return productsText.due(formatInstant(dueAt));
  return productsText.producedAt(formatInstant(producedAt));
}

const NEXT = ['acknowledge', 'issue', 'edit'] as const;

/** One product of the list: what, about what, by when, how it stands, and what of it is mine to do. */
export function ProductRow({ product }: { product: ProductSummary }) {
  const { now } = useSession();
  const { state, dueAt, acts, delivered, acknowledged } = product;
  const late = dueAt !== null && (state === 'draft' || state === 'reviewed') && dueAt < now;
  const next = NEXT.find((act) => acts.includes(act));
  return (
    <li data-testid="product" data-kind={product.kind}>
      <div className="product-what">
        <Link to="/products/$productId" params={{ productId: product.id }} search={{}}>
          {product.title}
        </Link>
        <span className="soft small">
          {product.kindLabel} · {formatPeriod(product.period)} · {shortTitle(product.scopeName)}
          {product.edition > 1 ? ` · ${productsText.edition(product.edition)}` : ''}
          {product.number === null ? '' : ` · ${product.number}`}
        </span>
      </div>
      <span className={late ? 'late small' : 'soft small'}>{when(product)}</span>
      <span className="product-standing">
        <ProductState state={state} label={product.stateLabel} />
        {delivered > 1 ? (
          <span className="soft small">{productsText.got(acknowledged, delivered)}</span>
        ) : null}
      </span>
      <span className="product-next">{next === undefined ? '' : productsText.next[next]}</span>
    </li>
  );
}

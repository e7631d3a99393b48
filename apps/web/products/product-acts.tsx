import type { AllowedAction, ProductView } from '#contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { productText } from '../texts/zh.js';
import { ActDialog } from './act-dialog.js';

interface ProductActsProps {
  product: ProductView;
  /** What is typed and not saved holds the steps back. */
  held: boolean;
}

/** What may be done with it: the usual next step first, what is wanted rarely in a menu. */
export function ProductActs({ product, held }: ProductActsProps) {
  const [chosen, choose] = useState<AllowedAction | null>(null);
  const steps = product.allowedActions.filter(({ action }) => action !== 'edit');
  const seldom = steps.filter((step) => step.seldom === true);
  const usual = steps.filter((step) => step.seldom !== true).toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <div className="bar">
      {usual.map((step, index) => (
        <Button
          key={step.action}
          type={index === 0 ? 'primary' : 'default'}
          disabled={held}
          onClick={() => choose(step)}
          data-testid={`action-${step.action}`}
        >
          {step.label}
        </Button>
      ))}
      {seldom.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          disabled={held}
          menu={{
            items: seldom.map(({ action, label }) => ({
              key: action,
              label: <span data-testid={`action-${action}`}>{label}</span>,
            })),
            onClick: ({ key }) => choose(seldom.find(({ action }) => action === key) ?? null),
          }}
        >
          <Button data-testid="more-actions">{productText.acts.more} ▾</Button>
        </Dropdown>
      )}
      {chosen === null ? null : <ActDialog product={product} step={chosen} onClose={() => choose(null)} />}
    </div>
  );
}

/** The step that leads on comes first. */
const ORDER = ['acknowledge', 'issue', 'review', 'correct', 'return', 'refresh'];
const rankOf = ({ action }: AllowedAction): number => (ORDER.indexOf(action) + ORDER.length) % ORDER.length;

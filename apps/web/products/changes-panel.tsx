import type { ProductChanges, ProductView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { productText } from '../texts/zh.js';
import { ActDialog } from './act-dialog.js';
import { changedInText } from './changed-in-text.js';
import { productChangesQuery } from './queries.js';

const text = productText.changes;
/** As many as fit beside the paper; the others are a press away. */
const FIRST = 6;

interface ChangesPanelProps {
  product: ProductView;
  onFigure: (name: string) => void;
}

/** Of what was issued: the figures that the record gives otherwise by now, and the way to the correction. Nothing where none changed. */
export function ChangesPanel({ product, onFigure }: ChangesPanelProps) {
  const { data } = useQuery({
    ...productChangesQuery(product.id, product.version),
    placeholderData: (before) => before,
  });
  const [all, showAll] = useState(false);
  const [correcting, correct] = useState(false);
  if (data === undefined || (data.items.length === 0 && data.correction === null)) return null;
  const step = product.allowedActions.find(({ action }) => action === 'correct');
  const { inText, others } = changedInText(product.blocks, data.items);
  const shown = all ? inText : inText.slice(0, FIRST);
  return (
    <Panel title={text.title} testId="product-changes">
      <p>
        {data.items.length === 0 ? text.none : text.since(formatInstant(data.figuresAt), data.items.length)}
      </p>
      <ul className="product-changed">
        {shown.map(({ name, before, now, words }) => (
          <li key={name}>
            <Button
              type="link"
              size="small"
              aria-label={productText.figure(before)}
              onClick={() => onFigure(name)}
            >
              {before}
            </Button>
            {' → '}
            <b>{now ?? text.gone}</b>
            <span className="soft small"> {words}</span>
          </li>
        ))}
      </ul>
      {inText.length > shown.length ? (
        <Button size="small" onClick={() => showAll(true)}>
          {text.all(inText.length)}
        </Button>
      ) : null}
      {others === 0 ? null : <p className="soft small">{text.others(others)}</p>}
      <Correction correction={data.correction} />
      {data.correction !== null || step === undefined ? null : (
        <>
          <p className="soft small">{text.hint}</p>
          <Button type="primary" onClick={() => correct(true)} data-testid="make-correction">
            {step.label}
          </Button>
        </>
      )}
      {correcting && step !== undefined ? (
        <ActDialog product={product} step={step} onClose={() => correct(false)} />
      ) : null}
    </Panel>
  );
}

function Correction({ correction }: Pick<ProductChanges, 'correction'>) {
  if (correction === null) return null;
  return (
    <p>
      <Link to="/products/$productId" params={{ productId: correction.id }} search={{}}>
        {text.correction(correction.state.label)}
      </Link>
    </p>
  );
}

import type { ProductView } from '#contract';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { formatPeriod } from '../format/period.js';
import { shortTitle } from '../session/use-plan.js';
import { productText, productsText } from '../texts/zh.js';
import { ChangesPanel } from './changes-panel.js';
import { Deliveries } from './deliveries.js';
import { ProductActs } from './product-acts.js';
import { ProductState } from './product-state.js';
import { ReleasePanel } from './release-panel.js';
import { Versions } from './versions.js';

const text = productText;

interface SidePanelProps {
  product: ProductView;
  held: boolean;
  onFigure: (name: string) => void;
}

/** Beside the paper: how it stands, what comes next and who does it, the files, who has it, how it came about. */
export function SidePanel({ product, held, onFigure }: SidePanelProps) {
  const { number, state, maker, dueAt, figuresAt } = product;
  const waiting = product.deliveries.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
  const next = {
    draft: text.next.draft(maker),
    reviewed: text.next.reviewed(maker),
    issued: text.next.issued(waiting),
    withdrawn: text.next.withdrawn(maker),
    abandoned: text.next.abandoned,
  }[state];
  const frozen = state === 'issued' || state === 'withdrawn';
  return (
    <>
      <Panel title={text.panel} testId="product-panel">
        <ProductActs product={product} held={held} />
        <dl className="facts">
          <dt>{text.state}</dt>
          <dd>
            <ProductState state={state} label={product.stateLabel} />
            {product.edition > 1 ? ` · ${productsText.edition(product.edition)}` : ''}
          </dd>
          <dt>{text.nextLabel}</dt>
          <dd data-testid="product-next">{next}</dd>
          <dt>{text.number}</dt>
          <dd data-testid="product-number">{number ?? <span className="soft">{text.numberLater}</span>}</dd>
          <dt>{text.period}</dt>
          <dd>
            {formatPeriod(product.period)} · {shortTitle(product.scopeName)}
          </dd>
          {dueAt === null ? null : (
            <>
              <dt>{text.due}</dt>
              <dd>{formatInstant(dueAt)}</dd>
            </>
          )}
          <dt>{text.figuresAt}</dt>
          <dd>
            {formatInstant(figuresAt)}{' '}
            <span className="soft small">{frozen ? text.figuresFrozen : text.figuresFollow}</span>
          </dd>
        </dl>
      </Panel>
      {state === 'issued' && product.allowedActions.some(({ action }) => action === 'correct') ? (
        <ChangesPanel product={product} onFigure={onFigure} />
      ) : null}
      <Panel title={text.files} testId="product-files">
        {product.files.length === 0 ? <p className="soft">{text.noFiles}</p> : null}
        <ul className="product-files">
          {product.files.map(({ format, href, size, sha256 }) => (
            <li key={format}>
              <a href={href} download data-testid={`file-${format}`} title={text.hash(sha256)}>
                {text.formats[format]}
              </a>{' '}
              <span className="soft small">{text.size(size)}</span>
            </li>
          ))}
          <li>
            <a href={`/api/v1/products/${product.id}/page`} target="_blank" rel="noreferrer">
              {text.page}
            </a>
          </li>
        </ul>
      </Panel>
      {product.kind === 'publication' && product.allowedActions.length > 0 ? (
        <ReleasePanel product={product} />
      ) : null}
      <Deliveries product={product} />
      {product.versions.length === 0 ? null : <Versions product={product} />}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProductRelease, ProductView } from '#contract';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { productText, marks } from '../texts/zh.js';
import { productReleaseQuery } from './queries.js';

const text = productText.release;

/** Of a publication: what the public will see of it, or sees, before anybody presses the button. */
export function ReleasePanel({ product }: { product: Pick<ProductView, 'id' | 'version'> }) {
  const { data } = useQuery({
    ...productReleaseQuery(product.id, product.version),
    placeholderData: (before) => before,
  });
  if (data === undefined) return null;
  const hidden = data.shows.filter(({ shown }) => !shown).map(({ what }) => what);
  const shown = data.shows.filter((one) => one.shown).map(({ what }) => what);
  return (
    <Panel title={text.title} testId="product-release">
      <p>{stateWords(data)}</p>
      <NoLongerTrue release={data} />
      {data.enabled || data.state !== 'notReleased' ? (
        <>
          <p>{text.tasks(data.tasks)}</p>
          <p className="soft small">
            {shown.length === 0 ? null : `${text.shown}${marks.colon}${shown.join(marks.list)}${marks.stop}`}
            {hidden.length === 0
              ? null
              : `${text.hidden}${marks.colon}${hidden.join(marks.list)}${marks.stop}`}
          </p>
          {data.faults.length === 0 || data.state !== 'notReleased' ? null : (
            <div role="alert">
              <p>{text.faults}</p>
              <ul>
                {data.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </div>
          )}
          {data.mentions.length === 0 ? null : (
            <p className="small">{text.mentions(data.mentions.join(marks.list))}</p>
          )}
          <p>
            <a
              href={data.state === 'notReleased' ? `/api/v1/products/${product.id}/release/page` : data.path}
              target="_blank"
              rel="noreferrer"
            >
              {data.state === 'notReleased' ? text.preview : text.open}
            </a>
          </p>
        </>
      ) : null}
    </Panel>
  );
}

/** What everybody still reads and is so no more: each leads to its task. */
function NoLongerTrue({ release: { noLongerTrue } }: { release: ProductRelease }) {
  if (noLongerTrue.length === 0) return null;
  return (
    <div className="no-longer-true" data-testid="no-longer-true">
      <p>
        <b>{text.gone(noLongerTrue.length)}</b>
      </p>
      <ul>
        {noLongerTrue.map(({ id, code, title, reopened }) => (
          <li key={id}>
            <Link to="/tasks/$taskId" params={{ taskId: id }}>
              {code} {title}
            </Link>
            <span className="soft small"> {reopened ? text.reopened : text.foundOtherwise}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function stateWords({ enabled, state, releasedAt, withdrawn }: ProductRelease): string {
  if (withdrawn !== null) return text.withdrawn(formatInstant(withdrawn.at), withdrawn.reason);
  if (state === 'released' && releasedAt !== null) return text.released(formatInstant(releasedAt));
  return enabled ? text.notReleased : text.off;
}

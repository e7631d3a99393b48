import type { FigureRow, ProductView } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { ProblemNote } from '../components/problem-note.js';
import { PagePending } from '../components/page-states.js';
import { formatInstant } from '../format/date.js';
import { useMayEnter } from '../session/use-session.js';
import { productText, marks } from '../texts/zh.js';
import { figureQuery } from './queries.js';

interface FigureDrawerProps {
  product: ProductView;
  name: string;
  onClose: () => void;
}

/** What a figure was counted from, each with the way to it. */
export function FigureDrawer({ product, name, onClose }: FigureDrawerProps) {
  const figure = useInfiniteQuery(figureQuery(product.id, product.version, name));
  const first = figure.data?.pages[0];
  const rows = figure.data?.pages.flatMap(({ items }) => items) ?? [];
  const kept = first?.of.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const meaning = productText.figureName(name);
  return (
    <Drawer
      open
      title={productText.figureTitle(first?.printed ?? '…')}
      onClose={onClose}
      size="min(32.5rem, 100vw)"
      data-testid="figure-drawer"
    >
      {first === undefined ? (
        figure.error === null ? (
          <PagePending />
        ) : (
          <ProblemNote problem={figure.error} onRetry={() => void figure.refetch()} />
        )
      ) : (
        <div className="figure-facts">
          {meaning === null ? null : <p data-testid="figure-meaning">{meaning}</p>}
          <p className="soft">
            {first.frozen
              ? productText.figureFrozen(formatInstant(first.figuresAt))
              : productText.figureFollows(formatInstant(first.figuresAt))}
          </p>
          {kept === 0 ? (
            <p>{productText.counted}</p>
          ) : (
            <p>
              {productText.countedFrom(
                first.of.map(({ label, count }) => productText.sources(count, label)).join(marks.comma),
              )}
            </p>
          )}
          <ul className="figure-rows" data-testid="figure-rows">
            {rows.map((row) => (
              <li key={`${row.kind}/${row.id}`}>
                <Way row={row} />
                {row.detail === '' ? null : <span className="soft small">{row.detail}</span>}
              </li>
            ))}
          </ul>
          {first.total > rows.length ? (
            <p>
              <span className="soft">{productText.shown(rows.length, first.total)}</span>{' '}
              <Button
                size="small"
                disabled={figure.isFetchingNextPage}
                onClick={() => void figure.fetchNextPage()}
              >
                {productText.moreRows}
              </Button>
            </p>
          ) : null}
          {kept > first.total ? <p className="soft">{productText.hidden(kept - first.total)}</p> : null}
        </div>
      )}
    </Drawer>
  );
}

/** To the task, the notice, the unit's score; a meeting is among the duties. */
function Way({ row }: { row: FigureRow }) {
  const scores = useMayEnter('scores');
  const duties = useMayEnter('duties');
  const { kind, id, title, taskId } = row;
  if (taskId !== null)
    return (
      <Link to="/tasks/$taskId" params={{ taskId }}>
        {title}
      </Link>
    );
  if (kind === 'notice')
    return (
      <Link to="/inbox" search={{ notice: id }}>
        {title}
      </Link>
    );
  if (kind === 'unit' && scores)
    return (
      <Link to="/scores/$unitId" params={{ unitId: id }}>
        {title}
      </Link>
    );
  if ((kind === 'meeting' || kind === 'obligation') && duties) return <Link to="/duties">{title}</Link>;
  return <span>{title}</span>;
}

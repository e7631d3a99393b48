import type { DrawSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { addressOf, etagOf } from '../api/client.js';
import { drawPreviewQuery, drawsQuery } from '../api/queries.js';
import { ActionButtons } from '../components/action-buttons.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { drawText } from '../texts/zh.js';

interface DrawsProps {
  planId: string;
  /** Whether this person may read the records. */
  exportable: boolean;
}

/** The draw under way or the last one, and those before it. */
export function Draws({ planId, exportable }: DrawsProps) {
  const draws = useQuery(drawsQuery(planId));
  return (
    <Answer query={draws}>
      {({ items: [latest, ...earlier] }) => (
        <Panel
          title={drawText.title}
          testId="draws"
          actions={exportable ? <Commit planId={planId} /> : undefined}
        >
          {latest === undefined ? (
            <EmptyNote title={drawText.none} hint={drawText.noneHint} />
          ) : (
            <Draw draw={latest} exportable={exportable} />
          )}
          {earlier.length === 0 ? null : (
            <details className="earlier-draws">
              <summary>{drawText.earlier(earlier.length)}</summary>
              {earlier.map((draw) => (
                <Draw key={draw.id} draw={draw} exportable={exportable} />
              ))}
            </details>
          )}
        </Panel>
      )}
    </Answer>
  );
}

/** Begins a draw, where that is open to this person now. */
function Commit({ planId }: { planId: string }) {
  const { data } = useQuery(drawPreviewQuery(planId));
  if (data === undefined || data.allowedActions.length === 0) return null;
  return (
    <ActionButtons actions={data.allowedActions} etag={etagOf(0)} subject={drawText.title} size="small" />
  );
}

function Draw({ draw, exportable }: { draw: DrawSummary; exportable: boolean }) {
  const { randomness, population } = draw;
  return (
    <article className="draw" data-testid="draw">
      <Steps draw={draw} />
      <div className="bar">
        <b>{draw.stateLabel}</b>
        {draw.state === 'drawn' && population !== null ? (
          <span>{drawText.drawnOf(draw.drawn.length, population)}</span>
        ) : null}
        <ActionButtons
          actions={draw.allowedActions}
          etag={etagOf(draw.version)}
          subject={drawText.title}
          size="small"
        />
        {draw.state === 'drawn' && exportable ? (
          <a href={addressOf('drawRecord', { params: { id: draw.id } })} download data-testid="draw-record">
            {drawText.export}
          </a>
        ) : null}
      </div>
      {draw.abandonReason === null ? null : <p>{drawText.abandoned(draw.abandonReason)}</p>}
      {draw.drawn.length === 0 ? null : (
        <ol className="drawn">
          {draw.drawn.map(({ key, order, code, title, unit, lots, because }) => (
            <li key={key}>
              <b className="number">{order}</b>
              <span>
                {code} {title} <span className="soft">{unit}</span>
              </span>
              <span className="soft nowrap">
                {drawText.lots(lots)} · {drawText.because[because]}
              </span>
            </li>
          ))}
        </ol>
      )}
      <dl className="facts">
        <dt>{drawText.commitment}</dt>
        <dd>
          <Hash of={draw.commitment} /> <span className="soft small">{formatInstant(draw.committedAt)}</span>
        </dd>
        {draw.populationHash === null || population === null || draw.frozenAt === null ? null : (
          <>
            <dt>{drawText.populationHash}</dt>
            <dd>
              <Hash of={draw.populationHash} />{' '}
              <span className="soft small">
                {drawText.population(population)} · {formatInstant(draw.frozenAt)}
              </span>
            </dd>
          </>
        )}
        {draw.frozenAt === null ? null : (
          <>
            <dt>{drawText.randomness}</dt>
            <dd>
              {randomness === null ? (
                <span className="soft">{drawText.noRandomness}</span>
              ) : (
                <>
                  {randomness.text} <span className="soft small">{drawText.source(randomness.source)}</span>
                </>
              )}
            </dd>
          </>
        )}
        {draw.recordHash === null ? null : (
          <>
            <dt>{drawText.recordHash}</dt>
            <dd>
              <Hash of={draw.recordHash} /> <span className="soft small">{drawText.repeat}</span>
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

const Hash = ({ of }: { of: string }) => <code className="hash">{of}</code>;

function Steps({ draw }: { draw: DrawSummary }) {
  const done = [true, draw.frozenAt !== null, draw.randomness !== null, draw.drawnAt !== null];
  return (
    <ol className="draw-steps">
      {drawText.steps.map((label, index) => (
        <li key={label} className={done[index] === true ? 'state state-done' : 'state'}>
          {label}
        </li>
      ))}
    </ol>
  );
}

import type { AmendmentItem } from '#contract';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { amendmentText, cardText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { compareWords } from './compare-words.js';

interface AmendmentCardProps {
  item: AmendmentItem;
  /** Running tasks that nothing in the revised text answers to. */
  removed: readonly AmendmentItem[];
  busy: boolean;
  onApprove: () => void;
  onReject: () => void;
  onAgain: () => void;
  onPair: (taskId: string | null) => void;
}

type Change = AmendmentItem['changes'][number];

/** Of long stretches that stayed only the ends are shown: a person looks for what differs. */
const LONG = 70;
const END = 24;

const shortened = (text: string): string =>
  text.length > LONG ? `${text.slice(0, END)}……${text.slice(-END)}` : text;

/** Before and after; what differs is marked by strokes as well as by colour. */
function Changed({ change: { label, before, after } }: { change: Change }) {
  const parts = compareWords(before, after);
  const side = (kind: 'removed' | 'added') =>
    parts
      .filter((part) => part.kind === 'same' || part.kind === kind)
      .map(({ text, kind: what }, at) =>
        what === 'removed' ? (
          <del key={at}>{text}</del>
        ) : what === 'added' ? (
          <ins key={at}>{text}</ins>
        ) : (
          <span key={at}>{shortened(text)}</span>
        ),
      );
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{before === '' ? <span className="soft">{amendmentText.empty}</span> : side('removed')}</td>
      <td>{after === '' ? <span className="soft">{amendmentText.empty}</span> : side('added')}</td>
    </tr>
  );
}

function Matched({ item }: { item: AmendmentItem }) {
  if (item.matchedBy === null) return null;
  return (
    <span className="soft small">
      {item.similarity === null
        ? amendmentText.matchedBy(item.matchedBy)
        : amendmentText.matched(item.matchedBy, Math.round(item.similarity * 100))}
    </span>
  );
}

/** One task of the running plan beside that of the revised text, what would become of it, and the decision. */
export function AmendmentCard({
  item,
  removed,
  busy,
  onApprove,
  onReject,
  onAgain,
  onPair,
}: AmendmentCardProps) {
  const { review, select, mayChange, point, reveal } = useDesk();
  const { task, draftTaskId, title, changes, effect, decision, reason } = item;
  const draft = review.tasks.find(({ id }) => id === draftTaskId);
  return (
    <article className={`pr-amended pr-amended-${item.kind}`} data-testid={`amendment-${item.kind}`}>
      <header>
        <span className="pr-tag">{item.kindLabel}</span>
        {task === null ? (
          <b>{title}</b>
        ) : (
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            <b>
              {task.code} {task.title}
            </b>
          </Link>
        )}
        {task === null ? null : <span className="soft small">{task.stateLabel}</span>}
        <Matched item={item} />
        {draft === undefined ? null : (
          <span className="nowrap">
            <Button size="small" type="link" onClick={() => select(draft.id)}>
              {amendmentText.toDraft} {draft.code}
            </Button>
            <Button
              size="small"
              type="link"
              onClick={() => {
                point([draft.span]);
                reveal(draft.span);
              }}
            >
              {cardText.see}
            </Button>
          </span>
        )}
      </header>
      {changes.length === 0 ? null : (
        <table className="plain pr-changes">
          <thead>
            <tr>
              <td />
              <th scope="col">{amendmentText.before}</th>
              <th scope="col">{amendmentText.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Changed key={change.field} change={change} />
            ))}
          </tbody>
        </table>
      )}
      <p>
        <span className="soft">{amendmentText.effect}</span> {effect}
      </p>
      {item.hint === null ? null : <p className="pr-guess">{item.hint}</p>}
      {mayChange ? (
        <footer className="bar">
          {decision === null ? (
            <>
              <Button size="small" type="primary" disabled={busy} onClick={onApprove}>
                {amendmentText.approve}
              </Button>
              <Button size="small" disabled={busy} onClick={onReject}>
                {amendmentText.reject}
              </Button>
            </>
          ) : (
            <>
              <Decision decision={decision} reason={reason} />
              {item.kind === 'unchanged' ? null : (
                <Button size="small" type="link" disabled={busy} onClick={onAgain}>
                  {amendmentText.again}
                </Button>
              )}
            </>
          )}
          {item.kind === 'added' && removed.length > 0 ? (
            <Select
              size="small"
              className="pr-pair"
              aria-label={amendmentText.pair}
              placeholder={amendmentText.pair}
              value={null}
              disabled={busy}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              options={removed.flatMap(({ task: other }) =>
                other === null ? [] : [{ value: other.id, label: `${other.code} ${other.title}` }],
              )}
              onChange={(taskId: string) => onPair(taskId)}
            />
          ) : null}
          {task !== null && draftTaskId !== null ? (
            <Button size="small" type="text" disabled={busy} onClick={() => onPair(null)}>
              {amendmentText.unpair}
            </Button>
          ) : null}
        </footer>
      ) : (
        <Decision decision={decision} reason={reason} />
      )}
    </article>
  );
}

function Decision({ decision, reason }: Pick<AmendmentItem, 'decision' | 'reason'>) {
  if (decision === null) return null;
  return (
    <span className={decision === 'approved' ? 'pr-state pr-state-confirmed' : 'pr-state pr-state-dropped'}>
      {amendmentText[decision]}
      {reason === null || reason === '' ? '' : `${marks.colon}${reason}`}
    </span>
  );
}

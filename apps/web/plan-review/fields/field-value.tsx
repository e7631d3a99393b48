import type { DraftTask } from '#contract';
import { formatFullDay } from '../../format/date.js';
import { cardText, common } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { AssignLead } from './assign-lead.js';
import { EffectiveCadences } from './effective-cadences.js';
import { evidenceFor, guessOf } from './places.js';
import { UnitChips } from './unit-chips.js';
import { cadenceLabel, indicatorWords, wordsOf, type Field } from './words.js';

/** A field as it stands; what is under the pointer is shown in the document. */
export function FieldValue({ task, field }: { task: DraftTask; field: Field }) {
  const { point, review, mayChange } = useDesk();
  const guess = guessOf(task, field);
  const pointItem = (item: number): void => {
    const found = evidenceFor(task, field, item);
    if (found.length > 0) point(found.map(({ span }) => span));
  };
  switch (field) {
    case 'lead':
    case 'support': {
      const units = task[field];
      const isLead = field === 'lead';
      return (
        <>
          {units.length === 0 ? (
            <span className={isLead ? 'needs' : 'soft'}>{isLead ? cardText.noLead : cardText.none}</span>
          ) : (
            <UnitChips units={units} onPoint={pointItem} />
          )}
          {isLead && units.length === 0 && mayChange ? <AssignLead task={task} /> : null}
          {isLead && task.leadIsInferred ? <p className="soft small">{cardText.inferredLead}</p> : null}
          {!isLead && task.openEnded ? <p className="soft small">{cardText.openEnded}</p> : null}
        </>
      );
    }
    case 'deadlines':
      return (
        <Items
          items={task.deadlines.map(({ date, raw, inferred }) => ({
            words: formatFullDay(date),
            note:
              raw !== '' ? cardText.asPrinted(raw) : inferred && guess === null ? cardText.inferredDate : '',
          }))}
          onPoint={pointItem}
        />
      );
    case 'indicators':
      return (
        <Items
          items={task.indicators.map((each) => ({ words: indicatorWords(each), note: '' }))}
          onPoint={pointItem}
        />
      );
    case 'subItems':
      return (
        <Items
          items={task.subItems.map(({ number, text }) => ({ words: `${number} ${text}`, note: '' }))}
          onPoint={pointItem}
        />
      );
    case 'cadences':
      return (
        <>
          <Items
            items={task.cadences.map((each) => ({ words: cadenceLabel(each), note: '' }))}
            onPoint={pointItem}
          />
          <EffectiveCadences task={task} />
        </>
      );
    case 'place': {
      const action = review.actions.find(({ code }) => code === task.actionCode);
      const parts = [`${task.actionCode} ${action?.name ?? ''}`, task.section, task.number];
      return <>{parts.filter((part) => part.trim() !== '').join(' · ')}</>;
    }
    case 'title':
      return task.title === null ? <span className="soft">{cardText.noTitle}</span> : <b>{task.title}</b>;
    case 'ongoing':
      return wordsOf(task, field);
  }
}

interface ItemsProps {
  items: readonly { words: string; note: string }[];
  onPoint: (item: number) => void;
}

function Items({ items, onPoint }: ItemsProps) {
  if (items.length === 0) return <span className="soft">{common.none}</span>;
  return (
    <ul className="pr-items">
      {items.map(({ words, note }, item) => (
        <li key={`${words}-${item}`} onMouseEnter={() => onPoint(item)}>
          {words}
          {note === '' ? null : <span className="soft small"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}

import type { SittingItem } from '#contract';
import { Button } from 'antd';
import { filingText } from '../texts/zh.js';
import { isComplete, type Errors } from './check.js';
import type { Entries } from './draft.js';

interface OneByOneProps {
  items: readonly SittingItem[];
  entries: Entries;
  errors: Errors;
  current: string;
  onChoose: (obligationId: string) => void;
}

/** The way through the tasks one at a time: all of them by their numbers, what is done and what is wrong marked. */
export function OneByOne({ items, entries, errors, current, onChoose }: OneByOneProps) {
  const at = items.findIndex(({ obligationId }) => obligationId === current);
  const [before, after] = [items[at - 1], items[at + 1]];
  const stateOf = (item: SittingItem): keyof typeof filingText.stepStates => {
    const entry = entries[item.obligationId];
    if (errors[item.obligationId] !== undefined) return 'wrong';
    return entry !== undefined && isComplete(entry, item) ? 'complete' : 'missing';
  };
  return (
    <nav className="filing-steps" aria-label={filingText.oneByOne} data-testid="one-by-one">
      <Button disabled={before === undefined} onClick={() => before && onChoose(before.obligationId)}>
        {filingText.previousTask}
      </Button>
      <ol>
        {items.map((item) => (
          <li key={item.obligationId}>
            <button
              type="button"
              className={`filing-step filing-step-${stateOf(item)}`}
              aria-current={item.obligationId === current ? 'step' : undefined}
              title={item.task.title}
              onClick={() => onChoose(item.obligationId)}
            >
              {item.task.code}
              <span className="visually-hidden"> {filingText.stepStates[stateOf(item)]}</span>
            </button>
          </li>
        ))}
      </ol>
      <span className="soft small">{filingText.place(at + 1, items.length)}</span>
      <Button disabled={after === undefined} onClick={() => after && onChoose(after.obligationId)}>
        {filingText.nextTask}
      </Button>
    </nav>
  );
}

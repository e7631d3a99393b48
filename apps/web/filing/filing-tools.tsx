import { Button } from 'antd';
import { formatTime } from '../format/date.js';
import { filingText } from '../texts/zh.js';

interface FilingToolsProps {
  allSame: boolean;
  canBeSame: boolean;
  /** Some tasks were written already: those are left as they are. */
  isRest: boolean;
  oneByOne: boolean;
  savedAt: string | null;
  onAllSame: () => void;
  onLayout: (oneByOne: boolean) => void;
  onKeys: () => void;
}

/** What is done with the form as a whole. */
export function FilingTools(props: FilingToolsProps) {
  const { allSame, canBeSame, isRest, oneByOne, savedAt } = props;
  const same = isRest ? filingText.restNoChange : filingText.allNoChange;
  const undo = isRest ? filingText.restNoChangeUndo : filingText.allNoChangeUndo;
  return (
    <div className="filing-tools">
      <Button data-testid="all-no-change" disabled={!canBeSame} onClick={props.onAllSame}>
        {allSame ? undo : same}
      </Button>
      <span className="filing-layout" role="group" aria-label={filingText.layout}>
        {[false, true].map((one) => (
          <button
            key={String(one)}
            type="button"
            aria-pressed={one === oneByOne}
            onClick={() => props.onLayout(one)}
          >
            {one ? filingText.oneByOne : filingText.grid}
          </button>
        ))}
      </span>
      <span className="soft small filing-hint">{filingText.formHint}</span>
      <span className="soft small" role="status">
        {savedAt === null ? null : filingText.savedDraft(formatTime(savedAt))}
      </span>
      <Button type="text" size="small" onClick={props.onKeys}>
        {filingText.keys.open} <kbd>?</kbd>
      </Button>
    </div>
  );
}

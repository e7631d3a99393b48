import type { DayKind } from '#contract';
import { formatDay } from '../../format/date.js';
import { arrangeText, calendarText } from '../../texts/zh.js';

interface DayButtonProps {
  on: string;
  kind: DayKind;
  /** What it is held for, where it is to be something else. */
  before: DayKind | null;
  isToday: boolean;
  /** The one that the tab key comes to; the others are reached by the arrow keys. */
  isEntry: boolean;
  onTurn: (on: string) => void;
}

/** A day that can be turned over. What it is stands in a letter and in its name, not in its colour alone. */
export function DayButton({ on, kind, before, isToday, isEntry, onTurn }: DayButtonProps) {
  const { kinds, signs } = calendarText;
  const marks = [`day day-${kind}`, before === null ? '' : 'day-changed', isToday ? 'day-today' : ''];
  return (
    <button
      type="button"
      className={marks.filter(Boolean).join(' ')}
      data-on={on}
      tabIndex={isEntry ? 0 : -1}
      onClick={() => onTurn(on)}
    >
      {Number(on.slice(8))}
      {kind === 'off' || kind === 'worked' ? <i aria-hidden="true">{signs[kind]}</i> : null}
      <span className="visually-hidden">
        {arrangeText.day(formatDay(on), kinds[kind], before === null ? null : kinds[before])}
      </span>
    </button>
  );
}

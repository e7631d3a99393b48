import { useEffect, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { cellOf, rowOf } from './cells.js';

interface GridKeys {
  /** Rows in their order, by obligation. */
  ids: readonly string[];
  /** Rows whose cells take no words for now. */
  isClosed: (id: string) => boolean;
  go: (id: string, field: string) => void;
  /** After the last row. */
  goToEnd: () => void;
  /** Whether the row holds "no change" now, and so has no cell any more to be in. */
  noChange: (id: string) => boolean;
  confirm: (id: string) => void;
  allNoChange: () => void;
  submit: () => void;
  help: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** Something lies over the form: keys are for that. */
const isCovered = (): boolean => document.querySelector('.ant-modal-wrap:not([style*="none"])') !== null;

/** The form by keys alone; the same list is shown to people by `?`. */
export function useGridKeys(keys: GridKeys): { onKeyDown: (event: ReactKeyboardEvent) => void } {
  const step = (from: string, by: 1 | -1): string | undefined => {
    const open = keys.ids.filter((id) => id === from || !keys.isClosed(id));
    return open[open.indexOf(from) + by];
  };
  /** On to the next row, so that what follows is under the hand; a row that is opened again is stayed in. */
  const noChange = (row: string, target: EventTarget | null): void => {
    const field = cellOf(target)?.field ?? 'done';
    const next = step(row, 1);
    if (!keys.noChange(row)) return;
    if (next === undefined) keys.goToEnd();
    else keys.go(next, field);
  };
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (isCovered() || event.ctrlKey || event.metaKey) return;
      const { altKey, code, key, target } = event;
      const row = rowOf(target);
      const act = altKey
        ? {
            KeyA: keys.allNoChange,
            KeyS: keys.submit,
            Slash: keys.help,
            KeyN: row === null ? undefined : () => noChange(row, target),
            KeyY: row === null ? undefined : () => keys.confirm(row),
          }[code]
        : key === '?' && !isTyping(target)
          ? keys.help
          : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  });

  return {
    onKeyDown: (event) => {
      const cell = cellOf(event.target);
      // While characters are being composed, Enter chooses among them.
      if (cell === null || event.nativeEvent.isComposing) return;
      const { key, ctrlKey, shiftKey, altKey } = event;
      const down = key === 'Enter' && !shiftKey && !ctrlKey && !altKey;
      const arrow = ctrlKey && (key === 'ArrowDown' || key === 'ArrowUp');
      if (!down && !arrow) return;
      event.preventDefault();
      const next = step(cell.obligationId, key === 'ArrowUp' ? -1 : 1);
      if (next !== undefined) keys.go(next, cell.field);
      else if (down) keys.goToEnd();
    },
  };
}

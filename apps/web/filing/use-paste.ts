import { useState, type ClipboardEvent } from 'react';
import type { SittingItem } from '#contract';
import { cellOf } from './cells.js';
import type { Errors } from './check.js';
import type { Entries } from './draft.js';
import { COLUMNS, pasteInto, type Column, type Pasted } from './paste.js';

interface PasteProps {
  items: readonly SittingItem[];
  entries: Entries;
  put: (entries: Entries) => void;
  onErrors: (errors: Errors) => void;
}

export interface PasteNote extends Pasted {
  before: Entries;
}

const isColumn = (field: string): field is Column => (COLUMNS as readonly string[]).includes(field);

/** A block of a table, and not a text that happens to have lines: a table programme says so, or there are tabs. */
function isBlock(data: DataTransfer, column: Column): boolean {
  const text = data.getData('text/plain').replace(/\r?\n$/, '');
  if (text.includes('\t')) return true;
  if (!text.includes('\n')) return false;
  return column === 'progress' || /<table/i.test(data.getData('text/html'));
}

/** Takes blocks that are pasted into a cell, and tells what came of it; it can be taken back. */
export function usePaste({ items, entries, put, onErrors }: PasteProps) {
  const [note, setNote] = useState<PasteNote | null>(null);
  const onPaste = (event: ClipboardEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null || !isColumn(cell.field) || !isBlock(event.clipboardData, cell.field)) return;
    event.preventDefault();
    const { obligationId, field: column } = cell;
    const found = pasteInto(items, entries, event.clipboardData.getData('text/plain'), {
      obligationId,
      column,
    });
    const before = Object.fromEntries(
      Object.keys(found.entries).flatMap((id) => (entries[id] === undefined ? [] : [[id, entries[id]]])),
    );
    put(found.entries);
    onErrors(found.errors);
    setNote({ ...found, before });
  };
  const undo = (): void => {
    if (note !== null) put(note.before);
    setNote(null);
    onErrors({});
  };
  return { onPaste, note, undo, close: () => setNote(null) };
}

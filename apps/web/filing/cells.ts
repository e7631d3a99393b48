import { COLUMNS } from './paste.js';
import type { Errors } from './check.js';

/** The cell that an element belongs to: the obligation's id and the field's name. */
export function cellOf(element: EventTarget | null): { obligationId: string; field: string } | null {
  const cell =
    element instanceof Element ? element.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  if (cell === undefined) return null;
  const [obligationId = '', ...field] = cell.split('/');
  return { obligationId, field: field.join('/') };
}

/** The row that an element stands in, by its obligation. */
export const rowOf = (element: EventTarget | null): string | null =>
  (element instanceof Element ? element.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined) ??
  null;

/** Goes to a cell; where the row has no such cell to write in ("no change"), to its first that has. */
export function focusCell(obligationId: string, field: string): void {
  const row = document.getElementById(`row-${obligationId}`);
  if (row === null) return;
  const cell = row.querySelector<HTMLElement>(`[data-cell="${obligationId}/${field}"]`);
  const inside = 'input:not([type=file]):not(:disabled), textarea:not(:disabled)';
  const input = cell?.matches(inside) === true ? cell : cell?.querySelector<HTMLElement>(inside);
  const to = input ?? row.querySelector<HTMLElement>('textarea, input:not(:disabled)');
  to?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

/** Where the first thing to mend is, in the order of the form. */
export function firstWrong(
  ids: readonly string[],
  errors: Errors,
): { obligationId: string; field: string } | null {
  for (const obligationId of ids) {
    const fields = Object.keys(errors[obligationId] ?? {});
    const [field] = fields.toSorted((a, b) => place(a) - place(b));
    if (field !== undefined) return { obligationId, field };
  }
  return null;
}

const place = (field: string): number => {
  const found = (COLUMNS as readonly string[]).indexOf(field);
  return found < 0 ? 0.5 : found;
};

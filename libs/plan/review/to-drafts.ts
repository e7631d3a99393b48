import type { Extraction } from '../extraction.schema.js';
import type { Draft } from './draft.js';
import { doubtsOf, habitsOf } from './doubts.js';
import { labelOf } from './label-of.js';

/** The tasks of an extraction as drafts, nothing confirmed. Codes are unique, also where the reading repeats one. */
export function toDrafts({ tasks }: Pick<Extraction, 'tasks'>): Draft[] {
  const habits = habitsOf(tasks);
  const taken = new Set<string>();
  return tasks.map((task) => {
    const code = taken.has(task.id) ? nextPart(task.id, taken) : task.id;
    taken.add(code);
    return {
      code,
      state: 'proposed',
      body: {
        task: { ...task, id: code },
        label: task.title === null ? labelOf(task.text) : null,
        chosen: {},
        doubts: doubtsOf(task, habits),
      },
      origin: [task.id],
      corrected: [],
    };
  });
}

/** A code for a further part of the task: A1-03 → A1-03b, then A1-03c … */
export function nextPart(code: string, taken: ReadonlySet<string>): string {
  const base = code.replace(/[a-z]+$/, '');
  for (let n = 1; ; n += 1) {
    const letters = n < 26 ? String.fromCharCode(97 + n) : `z${lettersOf(n - 26)}`;
    if (!taken.has(`${base}${letters}`)) return `${base}${letters}`;
  }
}

const lettersOf = (n: number): string => (n < 26 ? String.fromCharCode(97 + n) : `z${lettersOf(n - 26)}`);

/** A code for a further task of an action: one more than its highest number. */
export function nextCode(action: string, taken: ReadonlySet<string>): string {
  const numbers = [...taken].flatMap((code) => {
    const match = /^(A\d+)-(\d+)/.exec(code);
    return match?.[1] === action ? [Number(match[2])] : [];
  });
  return `${action}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

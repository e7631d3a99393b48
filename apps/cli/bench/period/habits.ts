import type { Habit } from './lived-line.js';

/** Whole numbers that look like chance and are the same in every run. */
export function scattered(i: number): number {
  let n = (i + 0x9e3779b9) | 0;
  n = Math.imul(n ^ (n >>> 16), 0x21f0aaad);
  n = Math.imul(n ^ (n >>> 15), 0x735a2d97);
  return (n ^ (n >>> 15)) >>> 0;
}

const TASKS = 10;
/** Lives that are lived; the lines are spread over them. */
export const LIVES = 20;

/**
 * The habits of a population of which half has filed the period before: ten tasks a line; of twenty lines ten silent, seven in
 * time, three eleven days late; of those that filed, two in five have filed the period that falls due too.
 */
export function habitOf(life: number): Habit {
  const chance = scattered(life);
  const before = life < 10 ? 'silent' : life < 13 ? 'filedLate' : 'filed';
  return {
    tasks: TASKS,
    before,
    now: life >= 10 && life % 5 < 2 ? 'filed' : 'silent',
    returned: before === 'silent' ? 0 : chance % 2,
    progress: 40 + (chance % 40),
    delay: chance % 300,
  };
}

/** Habits without any plan, for a search. */
export function anyHabit(seed: number): Habit {
  const chance = (n: number, of: number): number => scattered(seed * 97 + n) % of;
  const before = (['silent', 'filed', 'filedLate'] as const)[chance(0, 3)] ?? 'silent';
  const tasks = 1 + chance(1, 5);
  return {
    tasks,
    before,
    now: chance(2, 2) === 0 ? 'filed' : 'silent',
    returned: before === 'silent' ? 0 : chance(3, tasks + 1),
    progress: chance(4, 95),
    delay: chance(5, 400),
  };
}

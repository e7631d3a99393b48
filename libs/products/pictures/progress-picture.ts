import type { ProgressRow } from '#charts';
import type { Picture } from '#official';
import { standingOf, type PeriodFacts } from '../facts/period-facts.js';
import type { TaskRecord } from '../facts/period-record.js';
import { isClosed, isUndispatched } from '../facts/standing-words.js';
import { picturesOf } from './picture-of.js';

/**
 * Progress against schedule: of the plan its actions, of an action its tasks. What could be expected of a task is what it had reported
 * when it was measured and the points that it was behind by; of an action it is the mean of its tasks, like what they have reported.
 */
export function progressPictures(facts: PeriodFacts): Picture[] {
  const { record } = facts;
  const last = record.checkpoints.length - 1;
  if (record.scope.per !== 'plan')
    return picturesOf('各任务进度与序时进度', {
      kind: 'progress',
      counted: '项任务',
      rows: record.tasks.flatMap((task) => taskRow(task, last, facts)),
    });
  return picturesOf('各行动平均进度与序时进度', {
    kind: 'progress',
    counted: '个行动',
    rows: record.actions.flatMap(({ id }): ProgressRow[] => {
      const rows = record.tasks
        .filter(({ actionId }) => actionId === id)
        .flatMap((task) => taskRow(task, last, facts));
      if (rows.length === 0) return [];
      const measured = rows.filter(({ progress, expected }) => progress !== null && expected !== null);
      const progress = mean(measured.map((row) => row.progress ?? 0));
      const expected = mean(measured.map((row) => row.expected ?? 0));
      const isBelow = progress !== null && expected !== null && progress < expected;
      return [
        {
          name: facts.book.fact(`action.${id}.name`).printed,
          progress,
          expected,
          schedule: rows.every(({ schedule }) => schedule === 'closed')
            ? 'closed'
            : isBelow
              ? 'below'
              : 'onTrack',
        },
      ];
    }),
  });
}

/** Percent with one decimal; null: of none. Added up in whole thousandths: 5.95 is 6, whatever binary fractions make of it. */
const mean = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : Math.round(values.reduce((sum, value) => sum + Math.round(value * 1000), 0) / (values.length * 100)) /
      10;

function taskRow(task: TaskRecord, last: number, { book }: PeriodFacts): ProgressRow[] {
  const stood = standingOf(task, last);
  if (stood === null || isUndispatched(stood)) return [];
  const progress = isClosed(stood) ? 100 : stood.progress;
  const lag =
    isClosed(stood) && stood.progress !== null ? (stood.lag ?? 0) + stood.progress - 100 : stood.lag;
  return [
    {
      name: `${task.code} ${book.fact(`task.${task.id}.title`).printed}`,
      progress,
      expected:
        progress === null || lag === null
          ? null
          : Math.min(100, Math.max(0, Math.round((progress + lag) * 10) / 10)),
      schedule: isClosed(stood) ? 'closed' : stood.schedule,
    },
  ];
}

import type { DraftTask, ReadingSpan } from '#contract';
import { isDoubtful } from '../show-tasks.js';
import type { CodePoints } from './code-points.js';
import type { Passage } from './lines.js';

/** A stretch of the text in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

export type Tone = 'doubtful' | 'proposed' | 'confirmed' | 'dropped';

export const toneOf = (task: DraftTask): Tone => (isDoubtful(task) ? 'doubtful' : task.state);

export function rangeOf(span: ReadingSpan, { toUtf16 }: CodePoints): Range | null {
  return 'start' in span ? { start: toUtf16(span.start), end: toUtf16(span.end) } : null;
}

/** Where the tasks stand in the running text. */
export function passagesOf(tasks: readonly DraftTask[], points: CodePoints): Passage[] {
  return tasks.flatMap(({ id, span }) => {
    const range = rangeOf(span, points);
    return range === null ? [] : [{ taskId: id, ...range }];
  });
}

export const rowKey = (sheet: string, row: number): string => `${sheet} ${row}`;

/** Which task stands in which row of which table. */
export function tasksByRow(tasks: readonly DraftTask[]): Map<string, DraftTask> {
  return new Map(
    tasks.flatMap((task) => ('row' in task.span ? [[rowKey(task.span.sheet, task.span.row), task]] : [])),
  );
}

import type { Figures } from '#contract';
import type { FigureRow } from '#persistence';
import { taskStateOf } from '../view/labels.js';

/** The figures of some cells of the cube. Means are over tasks that are neither drafted nor withdrawn. */
export function figuresOf(cells: readonly FigureRow[]): Figures {
  const figures: Figures = {
    tasks: 0,
    byState: {},
    bySchedule: {},
    byColour: {},
    needsAssignment: 0,
    progress: 0,
    expected: 0,
  };
  const live = { tasks: 0, progress: 0, expected: 0 };
  for (const cell of cells) {
    const state = taskStateOf(cell.state);
    figures.tasks += cell.tasks;
    figures.byState[state] = (figures.byState[state] ?? 0) + cell.tasks;
    figures.bySchedule[cell.schedule] = (figures.bySchedule[cell.schedule] ?? 0) + cell.tasks;
    figures.byColour[cell.colour] = (figures.byColour[cell.colour] ?? 0) + cell.tasks;
    if (cell.needs_assignment) figures.needsAssignment += cell.tasks;
    if (state === 'drafted' || state === 'withdrawn') continue;
    live.tasks += cell.tasks;
    live.progress += cell.progress_sum;
    live.expected += cell.expected_sum;
  }
  figures.progress = mean(live.progress, live.tasks);
  figures.expected = mean(live.expected, live.tasks);
  return figures;
}

/** To one decimal; 0 of nothing. */
function mean(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round((sum / count) * 10) / 10;
}

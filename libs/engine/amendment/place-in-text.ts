import type { RevisedTask, RevisedText } from './revised-text.js';

/** Where a task stands in the text of that revision. */
export function placeInText(
  revised: RevisedText,
  task: RevisedTask,
  revision: number,
): Record<string, unknown> {
  const annex = revised.actions.find(({ code }) => code === task.actionCode)?.number ?? '';
  return {
    annex,
    section: /^[（(][^）)]*[）)]/.exec(task.section)?.[0] ?? '',
    number: task.number,
    ...task.span,
    revision,
  };
}

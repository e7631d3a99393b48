import type { AmendableTask } from './amendable-task.js';
import { characterPairs, type CharacterPairs } from './character-pairs.js';
import { plainForm, plainWords, type PlainWords } from './plain-words.js';

/** A task with everything that comparing it with many others needs, worked out once. */
export interface PreparedTask {
  readonly task: AmendableTask;
  readonly words: PlainWords;
  readonly title: CharacterPairs;
  readonly body: CharacterPairs | null;
  /** So many tasks of its text have this title, itself among them. */
  readonly titleShared: number;
  readonly section: string;
  readonly number: string;
}

/**
 * The tasks of one text.
 *
 * @param known words that were worked out before: most tasks of a revised text are those of the one before
 */
export function preparedTasks(
  tasks: readonly AmendableTask[],
  known = new Map<string, PlainWords>(),
): PreparedTask[] {
  const words = tasks.map((task) => {
    const key = JSON.stringify([task.title, task.titleIsLabel, task.text]);
    const own = known.get(key) ?? plainWords(task);
    known.set(key, own);
    return own;
  });
  const shared = new Map<string, number>();
  for (const { title } of words) shared.set(title, (shared.get(title) ?? 0) + 1);
  return tasks.flatMap((task, i) => {
    const own = words[i];
    return own ? [preparedTask(task, own, shared.get(own.title) ?? 1)] : [];
  });
}

function preparedTask(task: AmendableTask, words: PlainWords, titleShared: number): PreparedTask {
  return {
    task,
    words,
    titleShared,
    title: characterPairs(words.title),
    body: words.body === null ? null : characterPairs(words.body),
    section: plainForm(task.section),
    number: plainForm(task.number).replace(/^[([]|[)\].、]$/g, ''),
  };
}

import type { DraftTask } from '#contract';

export interface OthersWork {
  who: string;
  codes: string[];
}

/** Who, other than `me`, has changed which tasks between two readings. */
export function changedByOthers(
  before: readonly DraftTask[],
  after: readonly DraftTask[],
  me: string,
): OthersWork[] {
  if (before === after) return [];
  const seen = new Map(before.map((task) => [task.id, task.version]));
  const work = new Map<string, OthersWork>();
  for (const { id, version, changedBy, code } of after) {
    if (changedBy === null || changedBy.id === me || seen.get(id) === version) continue;
    const known = work.get(changedBy.id) ?? { who: changedBy.name ?? '', codes: [] };
    known.codes.push(code);
    work.set(changedBy.id, known);
  }
  return [...work.values()];
}

import { z } from 'zod';
import { time, timeLimit } from './ladder.schema.js';

/** How much a task weighs, as policy data: by it ladders begin higher and time limits are longer or shorter. */
const importance = z
  .object({
    id: z.string().regex(/^[a-z][A-Za-z0-9-]{0,31}$/u, '重要程度代号须以小写字母开头，例如 major'),
    label: z.string().min(1).max(20),
  })
  .strict();

export type Importance = z.infer<typeof importance>;

const DEFAULT_IMPORTANCES: Importance[] = [
  { id: 'ordinary', label: '一般' },
  { id: 'major', label: '重大' },
];

/** The first is what a task has where nobody has said otherwise. */
export const importancesSchema = z.array(importance).min(1).default(DEFAULT_IMPORTANCES);

/** So many working days, calendar days, or calendar months (the last day of a shorter one). */
export const limitByImportance = z.union([
  timeLimit,
  z.object({ days: z.number().int().min(0).max(366), at: time.optional() }).strict(),
  z.object({ months: z.number().int().min(1).max(24), at: time.optional() }).strict(),
]);
export type TaskLimit = z.infer<typeof limitByImportance>;

interface Weighing {
  importances?: readonly Importance[] | undefined;
}

export const importancesOf = ({ importances = DEFAULT_IMPORTANCES }: Weighing): readonly Importance[] =>
  importances;

/** The importance of a task, as the policy knows it; of what it does not know, the usual one. */
export const importanceOf = (policy: Weighing, id: string | undefined): Importance => {
  const all = importancesOf(policy);
  const usual = all[0] ?? { id: 'ordinary', label: '一般' };
  return all.find((one) => one.id === id) ?? usual;
};

interface Said {
  importances: readonly Importance[];
  tasks: { limits: Record<string, unknown> };
  taskLadders: readonly { startAt?: Record<string, string> | undefined }[];
}

/** What is said of an importance that is not there, or twice of one. */
export function importanceIssues({
  importances,
  tasks,
  taskLadders,
}: Said): { path: (string | number)[]; message: string }[] {
  const strange = (path: (string | number)[], said: object | undefined) =>
    Object.keys(said ?? {})
      .filter((id) => !importances.some((one) => one.id === id))
      .map((id) => ({
        path: [...path, id],
        message: `没有代号为“${id}”的重要程度；可用的有：${importances.map((one) => one.id).join('、')}`,
      }));
  return [
    ...importances.flatMap(({ id }, index) =>
      importances.findIndex((one) => one.id === id) < index
        ? [{ path: ['importances', index, 'id'], message: `重要程度代号“${id}”重复` }]
        : [],
    ),
    ...strange(['tasks', 'limits'], tasks.limits),
    ...taskLadders.flatMap(({ startAt }, index) => strange(['taskLadders', index, 'startAt'], startAt)),
  ];
}

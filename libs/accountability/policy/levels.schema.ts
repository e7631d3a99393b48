import { z } from 'zod';

/**
 * The levels that ladders lead to, as policy data: colours are no standard (domain.md §8). A level is told by its
 * label; the colour only repeats it, on screen and in print.
 */
const level = z
  .object({
    /** What rungs, cards and notices name it by. `none` and `info` say that there is no level at all. */
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9-]{0,31}$/u, '级别代号须以小写字母开头，只用字母、数字和连字符，例如 orange')
      .refine((id) => id !== 'none' && id !== 'info', '级别代号不能是 none 或 info：它们表示没有级别'),
    label: z.string().min(1).max(20),
    /** As it is painted, on screen and in print: `#1f5fbf`. */
    colour: z.string().regex(/^#[0-9a-fA-F]{6}$/u, '颜色应写成 #RRGGBB，例如 #1f5fbf'),
    /** The higher, the graver; what is in force is the gravest. */
    rank: z.number().int().min(1).max(99),
    /** What it means for who earns it, in words. */
    meaning: z.string().min(1),
    /** Whether it is a card that is counted against its unit, or a mere reminder in writing. */
    card: z.boolean(),
  })
  .strict();

/** As it was before levels were data. */
const DEFAULT_LEVELS: z.infer<typeof level>[] = [
  { id: 'blue', label: '提醒函', colour: '#1f5fbf', rank: 1, meaning: '书面提醒', card: false },
  { id: 'yellow', label: '黄牌', colour: '#e0a100', rank: 2, meaning: '督办，限期办理', card: true },
  { id: 'red', label: '红牌', colour: '#c62828', rank: 3, meaning: '通报', card: true },
  { id: 'interview', label: '约谈', colour: '#6a1b9a', rank: 4, meaning: '约谈单位负责人', card: true },
];

export const levelsSchema = z
  .array(level)
  .min(1)
  .superRefine((levels, context) => {
    levels.forEach((one, index) => {
      const complain = (key: string, message: string): void =>
        context.addIssue({ code: 'custom', path: [index, key], message });
      const earlier = levels.slice(0, index);
      if (earlier.some(({ id }) => id === one.id)) complain('id', `级别代号“${one.id}”重复`);
      if (earlier.some(({ label }) => label === one.label)) complain('label', `级别名称“${one.label}”重复`);
      if (earlier.some(({ rank }) => rank >= one.rank))
        complain('rank', `“${one.label}”应比前面各级更重：级别由轻到重排列`);
    });
  })
  .default(DEFAULT_LEVELS);

export type Level = z.infer<typeof level>;

interface Levelled {
  levels?: readonly Level[] | undefined;
}

/** The levels of a policy, from the lightest; a policy that says nothing of them has the usual ones. */
export const levelsOf = ({ levels = DEFAULT_LEVELS }: Levelled): readonly Level[] => levels;

export const levelOf = (policy: Levelled, id: string | null): Level | undefined =>
  levelsOf(policy).find((one) => one.id === id);

/** The gravest of these levels; null where there is none. */
export const gravest = (policy: Levelled, ids: readonly string[]): string | null =>
  levelsOf(policy).findLast(({ id }) => ids.includes(id))?.id ?? null;

/** Every rung of a policy, wherever its ladder stands, that names a level which is not there. */
export function strangeLevels(
  policy: unknown,
  levels: readonly Level[],
): { path: (string | number)[]; id: string }[] {
  const known = new Set(levels.map(({ id }) => id));
  return rungsIn(policy, []).flatMap(({ rung, path }) => {
    const early = (rung['early'] as { colour?: unknown } | undefined)?.colour;
    return [
      { id: rung['colour'], path: [...path, 'colour'] },
      { id: early, path: [...path, 'early', 'colour'] },
    ].filter((one): one is { path: (string | number)[]; id: string } => {
      return typeof one.id === 'string' && !known.has(one.id);
    });
  });
}

interface FoundRung {
  rung: Record<string, unknown>;
  path: (string | number)[];
}

/** Whoever adds a ladder to the policy need not say here that it has rungs. */
function rungsIn(value: unknown, path: (string | number)[]): FoundRung[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]): FoundRung[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'rungs' && Array.isArray(below))
      return below.map((rung: Record<string, unknown>, index) => ({ rung, path: [...at, index] }));
    return rungsIn(below, at);
  });
}

/** The languages that the API speaks of itself in. What is recorded stays in the language it was written in. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type InBoth = Readonly<Record<Language, string>>;

/** One code that a problem can have: its HTTP status, what it is called, and what it means and how to mend it. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: InBoth;
  readonly help: InBoth;
}

/** `title` and `help` are each Chinese first, then English. A page that shows none of it carries none of it. */
/* @__NO_SIDE_EFFECTS__ */
export function entry(
  status: number,
  title: readonly [string, string],
  help: readonly [string, string],
): ProblemEntry {
  return { status, title: inBoth(title), help: inBoth(help) };
}

const inBoth = ([zh, en]: readonly [string, string]): InBoth => ({ 'zh-CN': zh, en });

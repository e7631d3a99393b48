import type { Language } from '#engine';

/** What a desk says itself, in Chinese: the shape of the other languages, too. */
const CHINESE = {
  /** In percentage points. */
  behind: (points: number): string => `落后 ${points} 个百分点`,
  findings: (n: number): string => (n === 0 ? '未发现问题' : `发现 ${n} 项问题`),
};
export type DeskWords = typeof CHINESE;

const ENGLISH: DeskWords = {
  behind: (points) => `${points} percentage point${points === 1 ? '' : 's'} behind`,
  findings: (n) => (n === 0 ? 'Nothing found' : `${n} finding${n === 1 ? '' : 's'}`),
};

export const deskWords: Readonly<Record<Language, DeskWords>> = { 'zh-CN': CHINESE, en: ENGLISH };

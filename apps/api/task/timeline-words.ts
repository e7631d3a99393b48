import type { Language } from '#engine';

/** What a line of the timeline says besides its event's name, in Chinese: the shape of the other languages, too. */
const CHINESE = {
  progress: (percent: number): string => `进度 ${percent}%`,
  expected: (percent: number): string => `序时应为 ${percent}%`,
  noChange: '无变化',
  fromWorkbook: '由台账上传',
  signedOff: (author: string | null): string => `${author ?? '联络员'}填报，经负责人审签`,
  withoutSignOff: { vacant: '负责人空缺，未经审签', head: '负责人填报' } as Readonly<Record<string, string>>,
  silently: '逾期未审，视为通过',
  extended: (on: string): string => `延至 ${on}`,
  until: (on: string): string => `至 ${on}`,
  reassigned: '改派',
  upheld: '维持原分工',
  ofPeriod: (label: string, period: string): string => `${label}（${period}）`,
  line: (label: string, said: readonly string[]): string =>
    said.length === 0 ? label : `${label}：${said.join('，')}`,
};
export type TimelineWords = typeof CHINESE;

const ENGLISH: TimelineWords = {
  progress: (percent) => `progress ${percent}%`,
  expected: (percent) => `expected ${percent}%`,
  noChange: 'no change',
  fromWorkbook: 'from an uploaded ledger',
  signedOff: (author) => `written by ${author ?? 'the liaison'}, signed by the unit’s head`,
  withoutSignOff: { vacant: 'nobody is the head: not signed', head: 'filed by the unit’s head' },
  silently: 'accepted by silence',
  extended: (on) => `extended to ${on}`,
  until: (on) => `until ${on}`,
  reassigned: 'reassigned',
  upheld: 'upheld as it was',
  ofPeriod: (label, period) => `${label} (${period})`,
  line: (label, said) => (said.length === 0 ? label : `${label}: ${said.join(', ')}`),
};

export const timelineWords: Readonly<Record<Language, TimelineWords>> = { 'zh-CN': CHINESE, en: ENGLISH };

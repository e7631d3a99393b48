import type { Language } from '#engine';

/** What a line of the timeline says besides its event's name, in Chinese: the shape of the other languages, too. */
const CHINESE = {
  progress: (percent: number): string => `进度 ${percent}%`,
  expected: (percent: number): string => `序时应为 ${percent}%`,
  noChange: '无变化',
  fromWorkbook: '由台账上传',
  silently: '逾期未审，视为通过',
  extended: (on: string): string => `延至 ${on}`,
  until: (on: string): string => `至 ${on}`,
  reassigned: '改派',
  upheld: '维持原分工',
  line: (label: string, said: readonly string[]): string =>
    said.length === 0 ? label : `${label}：${said.join('，')}`,
};
export type TimelineWords = typeof CHINESE;

const ENGLISH: TimelineWords = {
  progress: (percent) => `progress ${percent}%`,
  expected: (percent) => `expected ${percent}%`,
  noChange: 'no change',
  fromWorkbook: 'from an uploaded ledger',
  silently: 'accepted by silence',
  extended: (on) => `extended to ${on}`,
  until: (on) => `until ${on}`,
  reassigned: 'reassigned',
  upheld: 'upheld as it was',
  line: (label, said) => (said.length === 0 ? label : `${label}: ${said.join(', ')}`),
};

export const timelineWords: Readonly<Record<Language, TimelineWords>> = { 'zh-CN': CHINESE, en: ENGLISH };

/** The languages in which sentences are made of recorded facts. What is recorded as sentences stays as it was written. */
export type Language = 'zh-CN' | 'en';

/** How an explanation is to be said: the language, and what the system's own words (levels, ladders, roles) are called in it. */
export interface Spoken {
  language: Language;
  /** What people named comes back as it is. */
  word: (chinese: string) => string;
}

export const IN_CHINESE: Spoken = { language: 'zh-CN', word: (chinese) => chinese };

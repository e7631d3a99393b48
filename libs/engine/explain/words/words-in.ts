import type { Spoken } from '../../spoken-language.js';
import { CHINESE, type ExplainWords } from './chinese.js';
import { english } from './english.js';

/** The words of an explanation, and what the system's own names (levels, ladders, roles) are called among them. */
export interface Saying extends ExplainWords {
  word: Spoken['word'];
  /** What a clock of that name is called; one that the catalogue does not know keeps its name. */
  clockLabel: (name: string) => string;
}

/** @param spoken in which language, asked for by `Accept-Language` */
export function wordsIn({ language, word }: Spoken): Saying {
  const words = language === 'en' ? english(word) : CHINESE;
  const clocks: Readonly<Record<string, string>> = words.clocks;
  return {
    ...words,
    word,
    clockLabel(name) {
      // The clocks of a line's cards are those of a task's, under a prefix.
      const own = name.replace(/^card:/u, '');
      return clocks[own] ?? clocks[own.split(':')[0] ?? ''] ?? name;
    },
  };
}

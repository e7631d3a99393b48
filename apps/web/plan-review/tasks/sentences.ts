export interface Sentence {
  /** UTF-16 units from the beginning of the text. */
  start: number;
  text: string;
}

/** The sentences of a task's text, where it may be split: after 。；！？ and at line ends. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^。；;！？\n]*[。；;！？\n]+[”）〕】]*|[^。；;！？\n]+$/gu)]
    .map(({ 0: found, index }) => ({ start: index, text: found }))
    .filter(({ text: found }) => found.trim() !== '');
}

/** Words that somebody wrote, as one line within a sentence: no marks at their end, quotation marks inside as single ones. */
export const cleanWords = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[（(][\s]*[）)]/gu, '')
    .replace(/[。；;，,：:、.！!？?]+$/u, '')
    .replace(/([。，、；：！？])[。，、；：]+/gu, '$1')
    .replace(/^[。，、；：]+/u, '')
    .replace(/“/gu, '‘')
    .replace(/”/gu, '’');

/** No longer than so many characters, with `……` where it was cut. */
export const shortened = (words: string, atMost: number): string =>
  [...words].length <= atMost ? words : `${[...words].slice(0, atMost - 2).join('')}……`;

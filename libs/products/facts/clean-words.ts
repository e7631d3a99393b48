/** What makes no sense within a sentence: empty brackets, a bracket that opens at the end, marks that follow each other. */
const SENSELESS: readonly (readonly [RegExp, string])[] = [
  [/[（(]\s*[）)]|《\s*》|〈\s*〉|“\s*”|‘\s*’|〔\s*〕/gu, ''],
  [/([（《〈“‘])[。，、；：]+/gu, '$1'],
  [/[。，、；：]+([）》〉”’])/gu, '$1'],
  [/([。，、；：！？])[。，、；：]+/gu, '$1'],
  [/^[。，、；：）》〉”’〕)\s]+/u, ''],
  [/[。；;，,：:、.！!？?（《〈“‘〔(\s]+$/u, ''],
];

/** Words that somebody wrote, as one line within a sentence: no marks at their end, quotation marks inside as single ones. */
export function cleanWords(words: string): string {
  let clean = words.replace(/\s+/gu, ' ').trim().replace(/“/gu, '‘').replace(/”/gu, '’');
  for (let before = ''; before !== clean;) {
    before = clean;
    for (const [found, instead] of SENSELESS) clean = clean.replace(found, instead);
  }
  return clean;
}

/** No longer than so many characters, with `……` where it was cut. */
export const shortened = (words: string, atMost: number): string =>
  [...words].length <= atMost ? words : `${[...words].slice(0, atMost - 2).join('')}……`;

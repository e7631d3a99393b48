const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2024年9月25日17:30` as recorded words have it. */
const timeIn = (chinese: string): string =>
  chinese.replace(
    /(\d{4})年(\d{1,2})月(\d{1,2})日/gu,
    (_all, year: string, month: string, day: string) =>
      `${day} ${MONTHS[Number(month) - 1] ?? month} ${year} `,
  );

/** What `matterText` found, as notices keep it. */
const FINDINGS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^已连续(\d+)期落后序时进度$/u, (n = '') => `behind expected progress for ${n} periods in a row`],
  [/^所报的进展或申请办结的情况经督查核实不实$/u, () => 'what was reported was found untrue on verification'],
  [/^仍未签收（应于(.+)前签收）$/u, (due = '') => `still not signed, due ${timeIn(due)}`],
  [/^仍未办结（应于(.+)前办结）$/u, (due = '') => `still not closed, due ${timeIn(due)}`],
  [/^仍未签字交接（应于(.+)前交接）$/u, (due = '') => `still not handed over, due ${timeIn(due)}`],
  [
    /^仍未书面回复督办单（应于(.+)前回复）$/u,
    (due = '') => `still not answered in writing, due ${timeIn(due)}`,
  ],
  [/^仍未反馈办理情况（应于(.+)前反馈）$/u, (due = '') => `still no first report, due ${timeIn(due)}`],
  [
    /^仍未更正经核实不准确的进度（应于(.+)前更正）$/u,
    (due = '') => `progress still not corrected, due ${timeIn(due)}`,
  ],
  [/^仍未办理(?:所承担的配合事项)?（应于(.+)前办理）$/u, (due = '') => `still not done, due ${timeIn(due)}`],
];

/**
 * The finding of a matter in English. A notice keeps it in the words in which it went out, so it is read off them; what
 * is in other words, of an older version, stays as it was written.
 */
export function findingInEnglish(finding: string): string {
  for (const [pattern, say] of FINDINGS) {
    const found = pattern.exec(finding);
    if (found !== null) return say(...found.slice(1));
  }
  return finding;
}

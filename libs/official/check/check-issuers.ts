import { SIZE, SIGNER, WORD } from '../format/figures.js';
import { SHEET } from '../docx/section.js';
import { widthOf } from '../compose/width-of.js';
import type { Report } from './finding.js';
import { isFace, type Recognised } from './recognise.js';
import type { SurveyedParagraph, SurveyedRun } from './survey.js';
import { all, child, valueOf } from './xml-tree.js';

const CHARACTER = WORD.characterTwips;

/** 签发人 and the number's place: in the middle, or, of what goes upward, at the left with the last signers at the right. */
export function checkUpward({ form, number, signers }: Recognised, report: Report): void {
  if (form !== 'document' || !number) return;
  const [first] = signers;
  const typed = /^\u3000*/u.exec(number.text)?.[0].length ?? 0;
  const inwards = number.look.left + number.look.firstLine + typed * CHARACTER;
  if (!first) {
    if (number.look.align !== 'center')
      report('NUMBER_PLACE', number, '没有居中，也没有签发人', '居中；上行文须有签发人');
    return;
  }
  if (
    number.look.align === 'center' ||
    Math.abs(inwards - SIGNER.indentCharacters * CHARACTER) > CHARACTER / 2
  )
    report('NUMBER_PLACE', number, '没有居左空一字', `居左空 ${SIGNER.indentCharacters} 字`);
  const words = signers.map((line) => line.text.split('\t').at(-1) ?? '');
  if (
    !/^签发人：[^：、，。\s][^：、，。]*$/u.test(words[0] ?? '') ||
    words.some((line) => /[、，。,;；]/u.test(line))
  )
    report('SIGNER_FORM', first, words.join(' ').trim(), '签发人：×××');
  checkFaces(signers, report);
  checkPlace(signers, words, report);
}

function checkFaces(signers: readonly SurveyedParagraph[], report: Report): void {
  for (const line of signers) {
    // What stands before the last tab is the number.
    const from = line.runs.findLastIndex(({ text }) => text.includes('\t'));
    const runs = line.runs.slice(from + 1).filter(({ text }) => text.trim() !== '');
    const isOff = ({ text, look }: SurveyedRun): boolean =>
      look.size !== SIZE.three || !isFace(look.face, /签\s*发\s*人/u.test(text) ? 'text' : 'kai');
    const off = runs.find(isOff);
    if (off)
      report('SIGNER_FONT', line, `${off.look.face ?? '默认字体'} ${off.look.size} 磅`, '3号仿宋、3号楷体');
  }
}

/** By the tab before them: the longest line ends one character in, names of further lines begin below the first. */
function checkPlace(signers: readonly SurveyedParagraph[], words: readonly string[], report: Report): void {
  const starts = signers.map(({ tabs }, at) => {
    const tab = tabs.at(-1);
    const wide = widthOf(words[at] ?? '') * CHARACTER;
    if (!tab) return undefined;
    return tab.kind === 'right' ? tab.at - wide : tab.at;
  });
  const ends = starts.map((start, at) => (start ?? 0) + widthOf(words[at] ?? '') * CHARACTER);
  const namesAt = starts.map((start, at) => (start ?? 0) + (at === 0 ? widthOf(SIGNER.word) * CHARACTER : 0));
  const right = SHEET.textWidth - SIGNER.indentCharacters * CHARACTER;
  const isOff =
    starts.includes(undefined) ||
    Math.abs(Math.max(...ends) - right) > CHARACTER ||
    namesAt.some((start) => Math.abs(start - (namesAt[0] ?? 0)) > CHARACTER / 2);
  const [first] = signers;
  if (isOff && first) report('SIGNER_PLACE', first, '位置不对', `居右空 ${SIGNER.indentCharacters} 字`);
}

/** 联合行文: the mark's names as one block, 文件 beside its middle; all of them sign, in the same order, with one date. */
export function checkJointMark({ joint, issuers, date, earlierDates }: Recognised, report: Report): void {
  if (!joint) return;
  const { names, words } = joint;
  const [first] = names;
  if (!first) return;
  const [word] = words;
  const cell = word && cellOf(word);
  if (words.length !== 1 || valueOf(child(cell, 'tcPr'), 'vAlign') !== 'center')
    report(
      'MARK_JOINT_WORD',
      word ?? first,
      words.length === 1 ? '没有上下居中' : `有 ${words.length} 处`,
      '一处，上下居中',
    );
  const widths = names.map(({ runs, look }) =>
    look.align === 'distribute' ? null : runs.reduce((sum, run) => sum + wideOf(run), 0),
  );
  const measured = widths.filter((width) => width !== null);
  const sizes = new Set(names.flatMap(({ runs }) => runs.map(({ look }) => look.size)));
  const type = Math.max(...sizes) * 20;
  if (sizes.size > 1 || (measured.length > 0 && Math.max(...measured) - Math.min(...measured) > type / 2))
    report('MARK_JOINT_NAMES', first, sizes.size > 1 ? '字号不一' : '宽度不一', '同一字号，同样宽度');
  if (date && issuers.length > 0) {
    const signed = issuers.flatMap(({ text }) => text.trim().split(/\s+/u)).join('、');
    const wanted = names.map(({ text }) => text.trim()).join('、');
    if (signed !== wanted) report('SIGNATURE_JOINT', issuers[0] ?? date, signed, wanted);
  }
  for (const other of earlierDates) report('DATE_ONCE', other, other.text.trim(), '一个成文日期');
}

/** Twips; what is free behind the last character of a run counts to the next. */
const wideOf = ({ text, look }: SurveyedRun): number =>
  widthOf(text) * look.size * 20 + [...text].length * look.spacing;

const cellOf = (paragraph: SurveyedParagraph): ReturnType<typeof child> =>
  paragraph.table &&
  all(paragraph.table, 'tc').find((cell) =>
    all(cell, 't').some(({ text }) => text.trim() === paragraph.text.trim()),
  );

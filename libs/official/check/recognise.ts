import { FACE, HEAD, SIZE } from '../format/figures.js';
import type { Level } from '../compose/level-number.js';
import type { OfficialForm } from '../model/official-document.js';
import type { Survey, SurveyedParagraph } from './survey.js';

/** Which paragraph is what, as a reader would tell it. */
export interface Recognised {
  readonly form: OfficialForm;
  readonly mark: SurveyedParagraph | undefined;
  /** 联合行文: the names of the mark, the main issuer first, and what stands beside them; undefined for one issuer. */
  readonly joint: JointMarkFound | undefined;
  readonly number: SurveyedParagraph | undefined;
  /** The lines that name signers, from `签发人` on; the number stands in the last. */
  readonly signers: readonly SurveyedParagraph[];
  readonly rule: SurveyedParagraph | undefined;
  readonly title: readonly SurveyedParagraph[];
  /** Blank paragraphs before the title. */
  readonly blanksBeforeTitle: number;
  readonly addressee: SurveyedParagraph | undefined;
  readonly headings: readonly { readonly level: Level; readonly paragraph: SurveyedParagraph }[];
  readonly texts: readonly SurveyedParagraph[];
  readonly annexNote: readonly SurveyedParagraph[];
  readonly issuers: readonly SurveyedParagraph[];
  readonly date: SurveyedParagraph | undefined;
  /** Other lines that say nothing but a date, above it. */
  readonly earlierDates: readonly SurveyedParagraph[];
  readonly annexMarks: readonly SurveyedParagraph[];
  readonly copies: SurveyedParagraph | undefined;
  readonly printed: SurveyedParagraph | undefined;
}

export interface JointMarkFound {
  readonly names: readonly SurveyedParagraph[];
  readonly words: readonly SurveyedParagraph[];
}

/** In what goes upward signers follow in the same line. */
const NUMBER = /[〔[（(【﹝［]\s*\d{2,4}\s*[〕\])）】﹞］]\s*第?\s*\d+\s*号(?:\s*$|\s*\t|\s+签发人)/u;
const SIGNER = /签\s*发\s*人/u;
const DATE =
  /^\s*(?:\d{2,4}|[〇零○OＯ一二三四五六七八九]{4})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*日?\s*$/u;
const ANNEX_MARK = /^附\s*件\s*\d*\s*$/u;
const ANNEX_NOTE = /^附\s*件\s*\d*\s*[：:]/u;
const COPIES = /^\s*(?:抄送|主送|抄报)\s*[：:]/u;
const PRINTED = /\d{4}\s*年.*日(?:\s*印发)?\s*$/u;

const sizeOf = ({ runs }: SurveyedParagraph): number => Math.max(0, ...runs.map(({ look }) => look.size));
const isBlank = ({ text, hasDrawing }: SurveyedParagraph): boolean => text.trim() === '' && !hasDrawing;

export function recognise({ paragraphs, headers, isTitlePage }: Survey): Recognised {
  const inHeader = isTitlePage ? headers.get('first')?.find((one) => sizeOf(one) >= SIZE.two) : undefined;
  const body = paragraphs.filter(({ table }) => table === undefined);
  const inFirst = body.filter((one) => !isBlank(one)).slice(0, 8);
  const joint = jointMark(paragraphs);
  const mark = inHeader ?? joint?.names[0] ?? inFirst.find((one) => isMark(one));
  const number = inFirst.find(({ text }) => NUMBER.test(text));
  const rule =
    (number?.look.bottomBorder ? number : undefined) ??
    body.slice(0, 14).find(({ look }) => look.bottomBorder);
  const signersAt = body
    .slice(0, number === undefined ? 0 : body.indexOf(number) + 1)
    .findIndex(({ text }) => SIGNER.test(text));
  const signers = signersAt < 0 ? [] : body.slice(signersAt, body.indexOf(number as SurveyedParagraph) + 1);
  const from =
    Math.max(...[inHeader ? undefined : mark, number, rule].map((one) => (one ? body.indexOf(one) : -1))) + 1;
  let at = from;
  while (at < body.length && isBlank(body[at] as SurveyedParagraph)) at += 1;
  const blanksBeforeTitle = at - from;
  const title: SurveyedParagraph[] = [];
  for (let own = body[at]; own && (title.length === 0 || isTitleLine(own)); own = body[(at += 1)])
    title.push(own);
  while (at < body.length && isBlank(body[at] as SurveyedParagraph)) at += 1;
  const first = body[at];
  const addressee = first && isAddressee(first) ? first : undefined;
  if (addressee) at += 1;
  const form = inHeader ? 'letter' : mark?.text.trim().endsWith('纪要') ? 'minutes' : 'document';
  const foot = paragraphs.slice(-8);
  return {
    form,
    mark,
    joint,
    number,
    signers,
    rule,
    title,
    blanksBeforeTitle,
    addressee,
    ...bodyOf(body.slice(at).filter((one) => !isBlank(one))),
    copies: foot.findLast(({ text }) => COPIES.test(text)),
    printed: foot.findLast(({ text }) => text.includes('\t') && PRINTED.test(text)),
  };
}

const isMark = (one: SurveyedParagraph): boolean =>
  sizeOf(one) >= HEAD.markMinPoints ||
  (/(?:文件|纪要)$/u.test(one.text.trim()) && one.runs.some(({ look }) => look.color === HEAD.red));

/** Large red lines in a table ahead of everything else: a joint issue's mark. */
function jointMark(paragraphs: readonly SurveyedParagraph[]): JointMarkFound | undefined {
  const first = paragraphs.slice(0, 12).find((one) => one.table !== undefined && !isBlank(one));
  if (first === undefined || !first.runs.every(({ look }) => look.size >= SIZE.three) || !isMarkOfMany(first))
    return undefined;
  const all = paragraphs.filter((one) => one.table === first.table && !isBlank(one));
  const isWord = ({ text }: SurveyedParagraph): boolean => text.trim() === '文件';
  return { names: all.filter((one) => !isWord(one)), words: all.filter(isWord) };
}

const isMarkOfMany = (one: SurveyedParagraph): boolean =>
  isMark(one) || one.runs.some(({ look }) => look.color === HEAD.red || isFace(look.face, 'title'));

const isTitleLine = (one: SurveyedParagraph): boolean =>
  !isBlank(one) && one.look.align === 'center' && sizeOf(one) >= 18;

const isAddressee = ({ text, look }: SurveyedParagraph): boolean =>
  /[：:]\s*$/u.test(text) ||
  (look.firstLine <= 0 && look.align !== 'center' && !/[。！？]/u.test(text) && labelLevel(text) === null);

/** The level that a number at the beginning tells. */
export function labelLevel(text: string): Level | null {
  if (/^\s*[一二三四五六七八九十]{1,3}\s*[、.．，]/u.test(text)) return 1;
  if (/^\s*[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]/u.test(text)) return 2;
  if (/^\s*\d{1,2}\s*[.．、](?!\d)/u.test(text)) return 3;
  return /^\s*[（(]\s*\d{1,2}\s*[）)]/u.test(text) ? 4 : null;
}

type Body = Pick<
  Recognised,
  'headings' | 'texts' | 'annexNote' | 'issuers' | 'date' | 'earlierDates' | 'annexMarks'
>;

function bodyOf(paragraphs: readonly SurveyedParagraph[]): Body {
  const annexAt = paragraphs.findIndex(({ text }) => ANNEX_MARK.test(text));
  const main = annexAt < 0 ? paragraphs : paragraphs.slice(0, annexAt);
  const dateAt = main.findLastIndex(({ text }) => DATE.test(text));
  const issuers: SurveyedParagraph[] = [];
  for (let at = dateAt - 1; at >= 0; at -= 1) {
    const own = main[at] as SurveyedParagraph;
    if (own.look.align !== 'right' || /[。；：]/u.test(own.text)) break;
    if (!DATE.test(own.text)) issuers.unshift(own);
  }
  const noteAt = main.findIndex(({ text }) => ANNEX_NOTE.test(text));
  const closing = dateAt < 0 ? main.length : dateAt - issuers.length;
  const annexNote =
    noteAt < 0 ? [] : main.slice(noteAt, closing).filter((one, at) => at === 0 || labelLevel(one.text) === 3);
  const told = [
    ...main.slice(0, noteAt < 0 ? closing : noteAt),
    ...annexTexts(paragraphs.slice(main.length)),
  ];
  const headings: { level: Level; paragraph: SurveyedParagraph }[] = [];
  const texts: SurveyedParagraph[] = [];
  for (const paragraph of told) {
    if (paragraph.look.align === 'center' || paragraph.hasDrawing || COPIES.test(paragraph.text)) continue;
    const level = labelLevel(paragraph.text);
    if (level !== null && isHeading(paragraph)) headings.push({ level, paragraph });
    else texts.push(paragraph);
  }
  return {
    headings,
    texts,
    annexNote,
    issuers,
    date: main[dateAt],
    earlierDates: main
      .slice(0, Math.max(0, dateAt))
      .filter((one) => DATE.test(one.text) && one.look.align === 'right'),
    annexMarks: paragraphs.filter(({ text }) => ANNEX_MARK.test(text)),
  };
}

const annexTexts = (paragraphs: readonly SurveyedParagraph[]): SurveyedParagraph[] =>
  paragraphs.filter(({ text }) => !ANNEX_MARK.test(text));

/** A line of its own: short, and no sentence. */
const isHeading = ({ text, look }: SurveyedParagraph): boolean =>
  look.outline !== undefined || (text.length <= 40 && !/[。；]/u.test(text.trim().slice(0, -1)));

/** Whether a typeface is the one, or the same design under another name. */
export const isFace = (face: string | undefined, wanted: keyof typeof FACE): boolean =>
  face !== undefined && [FACE[wanted].name, ...FACE[wanted].also].includes(face as never);

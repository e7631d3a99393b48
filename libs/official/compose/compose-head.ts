import { pointsOfMm } from '../format/units.js';
import { HEAD, JOINT, LETTER, PAGE } from '../format/figures.js';
import type { OfficialDocument } from '../model/official-document.js';
import { widthOf } from './width-of.js';

/** 发文机关标志 as it is printed: with 文件 for documents, 纪要 for minutes, the name alone for letters. */
export function markOf({ form, issuersMark }: OfficialDocument): string {
  const ending = { document: '文件', minutes: '纪要', letter: '' }[form];
  return issuersMark.endsWith(ending) ? issuersMark : issuersMark + ending;
}

/** Points: as large as one line of the type area allows, within reason. */
export function markPoints(mark: string, form: OfficialDocument['form']): number {
  const room = pointsOfMm(form === 'letter' ? LETTER.ruleWidthMm : PAGE.typeAreaWidthMm);
  const fits = Math.floor((room * 0.98) / Math.max(1, widthOf(mark)));
  return Math.min(HEAD.markMaxPoints, Math.max(HEAD.markMinPoints, fits));
}

/** The mark of a joint issue: the names one below the other, all as wide as the longest, and 文件 to their right. */
export interface JointMark {
  readonly names: readonly string[];
  readonly word: string;
  readonly points: number;
}

/** Null for a document of one issuer. Letters and minutes have one issuer's mark. */
export function jointMarkOf({ form, issuersMark, jointIssuers = [] }: OfficialDocument): JointMark | null {
  if (form !== 'document' || jointIssuers.length === 0) return null;
  const names = [issuersMark, ...jointIssuers];
  const widest = Math.max(...names.map(widthOf)) + JOINT.gapFactor + widthOf(JOINT.word);
  const fits = Math.min(
    Math.floor((pointsOfMm(PAGE.typeAreaWidthMm) * 0.95) / widest),
    Math.floor(pointsOfMm(JOINT.markMaxHeightMm) / (names.length * JOINT.lineFactor)),
  );
  return {
    names,
    word: JOINT.word,
    points: Math.min(HEAD.markMaxPoints, Math.max(JOINT.markMinPoints, fits)),
  };
}

/** 份号, 密级和保密期限, 紧急程度, in this order, from the first line on. */
export function linesAboveMark(document: OfficialDocument): { text: string; face: 'text' | 'hei' }[] {
  const { copyNumber, secrecy, urgency } = document;
  return [
    ...(copyNumber === undefined ? [] : [{ text: copyNumber, face: 'text' as const }]),
    ...[secrecy, urgency].flatMap((text) => (text === undefined ? [] : [{ text, face: 'hei' as const }])),
  ];
}

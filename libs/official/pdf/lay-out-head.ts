import { breakTitle } from '../compose/break-title.js';
import { jointMarkOf, linesAboveMark, markOf, markPoints, type JointMark } from '../compose/compose-head.js';
import { signerLines } from '../compose/compose-signers.js';
import { widthOf } from '../compose/width-of.js';
import { HEAD, JOINT, LETTER, SIGNER, SIZE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import { documentNumberText, type OfficialDocument } from '../model/official-document.js';
import type { Line } from './break-lines.js';
import { setLine, type Flow } from './flow.js';
import { INK, LOOK, RED, SHEET, type Look, type Mark } from './sheet.js';

/** One line of one look. */
export const lineOf = (text: string, look: Look): Line<Look> => ({
  spans: text === '' ? [] : [{ text, look }],
  width: widthOf(text),
  isLast: true,
});

/** Mark, number and red rule of a document or of minutes. */
export function layOutRedHead(document: OfficialDocument, flow: Flow): void {
  for (const { text, face } of linesAboveMark(document)) {
    flow.page.push(...setLine(lineOf(text, LOOK[face]), full('left', SHEET.pitch), flow.y));
    flow.y += SHEET.pitch;
  }
  const top = SHEET.top + pointsOfMm(HEAD.markTopMm);
  const joint = jointMarkOf(document);
  const below =
    joint === null
      ? setMark(document, flow.page, top, SHEET.left, SHEET.right)
      : setJointMark(joint, flow.page, top);
  flow.y = below + HEAD.linesBeforeNumber * SHEET.pitch;
  setNumber(document, flow);
  const ink = flow.y + SHEET.pitch / 2 + SIZE.three * (0.38 + INK.below);
  flow.y = ink + pointsOfMm(HEAD.ruleBelowNumberMm);
  flow.page.push(rule(SHEET.left, SHEET.right, flow.y, HEAD.ruleEighths / 8, RED));
}

/** Mark and rules of a letter, and the first line below them. */
export function layOutLetterHead(document: OfficialDocument, flow: Flow): void {
  const left = (SHEET.width - pointsOfMm(LETTER.ruleWidthMm)) / 2;
  const right = SHEET.width - left;
  const below = setMark(document, flow.page, pointsOfMm(LETTER.markTopMm), left, right);
  const above = below + pointsOfMm(LETTER.ruleBelowMarkMm);
  const lower = SHEET.height - pointsOfMm(LETTER.ruleAbovePageBottomMm);
  const thick = LETTER.ruleEighths / 8;
  const [thin, gap] = [thick / 4, thick / 2];
  flow.page.push(
    rule(left, right, above + thick / 2, thick, RED),
    rule(left, right, above + thick + gap + thin / 2, thin, RED),
    rule(left, right, lower - thick - gap - thin / 2, thin, RED),
    rule(left, right, lower - thick / 2, thick, RED),
  );
  flow.y = Math.max(SHEET.top, above + thick + gap + thin + SHEET.pitch / 2);
  const items = linesAboveMark(document);
  flow.page.push(...setLine(lineOf(numberOf(document), LOOK.text), full('right', SHEET.pitch), flow.y));
  for (const { text, face } of items) {
    flow.page.push(...setLine(lineOf(text, LOOK[face]), full('left', SHEET.pitch), flow.y));
    flow.y += SHEET.pitch;
  }
  if (items.length === 0) flow.y += SHEET.pitch;
}

/** Sets the mark with its ink's upper edge at `top`; answers where its ink ends. */
function setMark(document: OfficialDocument, page: Mark[], top: number, left: number, right: number): number {
  const mark = markOf(document);
  const size = markPoints(mark, document.form);
  const look: Look = { face: 'title', size, color: RED };
  const lines = breakTitle(mark, (right - left) / size);
  const height = size * 1.2;
  // A line's ink begins where its character's does, in the middle of the line.
  const first = top - (height / 2 + size * (0.38 - INK.above));
  for (const [at, line] of lines.entries())
    page.push(...setLine(lineOf(line, look), { left, right, align: 'center', height }, first + at * height));
  return top + (lines.length - 1) * height + size * (INK.above + INK.below);
}

/** The number in the middle; of what goes upward one character in from the left, beside the last of the signers. */
function setNumber(document: OfficialDocument, flow: Flow): void {
  const signers = signerLines(document);
  const number = lineOf(numberOf(document), LOOK.text);
  if (signers === null) {
    flow.page.push(...setLine(number, full('center', SHEET.pitch), flow.y));
    return;
  }
  for (const [at, { lead, names, namesAt }] of signers.entries()) {
    if (at > 0) flow.y += SHEET.pitch;
    const from = (characters: number): ReturnType<typeof full> => ({
      ...full('left', SHEET.pitch),
      left: SHEET.left + characters * SHEET.character,
    });
    flow.page.push(
      ...setLine(lineOf(lead, LOOK.text), from(namesAt - widthOf(lead)), flow.y),
      ...setLine(lineOf(names, LOOK.kai), from(namesAt), flow.y),
    );
  }
  const place = {
    ...full('left', SHEET.pitch),
    left: SHEET.left + SIGNER.indentCharacters * SHEET.character,
  };
  flow.page.push(...setLine(number, place, flow.y));
}

/** The names of a joint issue, spread to one width, and 文件 beside the middle of them; answers where the ink ends. */
function setJointMark({ names, word, points }: JointMark, page: Mark[], top: number): number {
  const look: Look = { face: 'title', size: points, color: RED };
  const height = points * JOINT.lineFactor;
  const wide = Math.max(...names.map(widthOf)) * points;
  const whole = wide + (JOINT.gapFactor + widthOf(word)) * points;
  const left = SHEET.left + (SHEET.textWidth - whole) / 2;
  const first = top - (height / 2 + points * (0.38 - INK.above));
  for (const [at, name] of names.entries()) {
    // Drawn out as any line is that is not the last of its paragraph.
    const line = { ...lineOf(name, look), isLast: false };
    page.push(...setLine(line, { left, right: left + wide, align: 'both', height }, first + at * height));
  }
  const middle = first + ((names.length - 1) * height) / 2;
  page.push(...setLine(lineOf(word, look), { left, right: left + whole, align: 'right', height }, middle));
  return top + (names.length - 1) * height + points * (INK.above + INK.below);
}

const numberOf = ({ number }: OfficialDocument): string =>
  number === null ? '' : documentNumberText(number);

export const full = (
  align: 'left' | 'center' | 'right' | 'both',
  height: number,
): { left: number; right: number; align: typeof align; height: number } => ({
  left: SHEET.left,
  right: SHEET.right,
  align,
  height,
});

export const rule = (left: number, right: number, y: number, weight: number, color = '#000000'): Mark => ({
  kind: 'rule',
  from: [left, y],
  to: [right, y],
  weight,
  color,
});

import { chineseDate } from '#calendar';
import { BODY, JOINT, PAGE } from '../format/figures.js';
import type { OfficialDocument, Signature } from '../model/official-document.js';
import { spaces } from './compose-signers.js';
import { widthOf } from './width-of.js';

export interface PlacedLine {
  readonly text: string;
  /** Characters in from the right edge of the type area. */
  readonly right: number;
}

/**
 * Issuers and date with their places. Sealed: the date four characters in, names centred above it; of several issuers in rows, so that
 * each seal stands on its name and the last on name and date. Unsealed: one below the other, the longest name two characters in, the date
 * beginning two characters right of where the name begins; where the date is longer it stands two in, and the name gives way. A line
 * without text is blank.
 */
export function placeSignature({ issuers, date, sealed }: Signature): PlacedLine[] {
  const day = chineseDate(date);
  const wideDay = widthOf(day);
  const widest = Math.max(0, ...issuers.map(widthOf));
  if (!sealed) {
    const shift = BODY.unsealedDateShiftCharacters;
    const atLeast = BODY.unsealedNameRightCharacters;
    const name = Math.max(atLeast, atLeast + wideDay + shift - widest);
    return [
      ...issuers.map((text) => ({ text, right: name + (widest - widthOf(text)) / 2 })),
      { text: day, right: issuers.length === 0 ? atLeast : name + widest - shift - wideDay },
    ];
  }
  // A name that would reach beyond the right edge moves the date in, so that both keep one middle.
  const middle = Math.max(BODY.sealedDateRightCharacters + wideDay / 2, widest / 2);
  return [...sealedRows(issuers, middle), { text: day, right: middle - wideDay / 2 }];
}

/** As many names in a row as there is room for their seals within the type area, to the left of the place of the last. */
function sealedRows(issuers: readonly string[], middle: number): PlacedLine[] {
  const step = Math.max(JOINT.sealCharacters, Math.max(0, ...issuers.map(widthOf)) + 1);
  const room = PAGE.charactersPerLine - middle - (step - 1) / 2;
  const inRow = Math.min(JOINT.sealsInRow, 1 + Math.max(0, Math.floor(room / step)));
  const rows = Array.from({ length: Math.ceil(issuers.length / inRow) }, (_, row) =>
    issuers.slice(row * inRow, (row + 1) * inRow),
  );
  const blank = Array.from({ length: JOINT.linesBetweenSeals }, () => ({ text: '', right: 0 }));
  return rows.flatMap((names, row) => [
    ...(row === 0 ? [] : blank),
    { text: inOneLine(names, step), right: middle - widthOf(names.at(-1) ?? '') / 2 },
  ]);
}

/** Names with their middles so many characters apart. */
const inOneLine = (names: readonly string[], step: number): string =>
  names
    .map(
      (name, at) =>
        (at === 0 ? '' : spaces(step - (widthOf(names[at - 1] ?? '') + widthOf(name)) / 2)) + name,
    )
    .join('');

/** 发文机关署名 and 成文日期 with the blank lines above them; minutes that name no issuer have neither. */
export function signatureLines({ form, signature }: OfficialDocument): PlacedLine[] {
  if (form === 'minutes' && signature.issuers.length === 0) return [];
  const blank = signature.sealed ? BODY.linesBeforeSealedName : BODY.linesBeforeUnsealedName;
  return [...Array.from({ length: blank }, () => ({ text: '', right: 0 })), ...placeSignature(signature)];
}

import { PAGE, SIGNER } from '../format/figures.js';
import type { OfficialDocument } from '../model/official-document.js';
import { widthOf } from './width-of.js';

/** A line of signers: `签发人：` before the first, and names that are as wide in all lines. */
export interface SignerLine {
  readonly lead: string;
  readonly names: string;
  /** Characters from the left edge of the type area to where the names begin. */
  readonly namesAt: number;
}

/**
 * The lines of 签发人, beside the last of which the number stands: two names a line, the longest line one character in from the right,
 * further ones beginning below the first name. Null for what does not go upward.
 */
export function signerLines({ form, signers }: OfficialDocument): SignerLine[] | null {
  if (form !== 'document' || signers === undefined) return null;
  const open = '\u3000'.repeat(SIGNER.openCharacters);
  const names = signers.length === 0 ? [open] : signers;
  const wide = Math.max(...names.map(widthOf));
  const rows = Array.from({ length: Math.ceil(names.length / SIGNER.namesInLine) }, (_, row) =>
    names.slice(row * SIGNER.namesInLine, (row + 1) * SIGNER.namesInLine),
  );
  // Names of different lengths stand below each other: each but the last of a line is filled up to the longest.
  const said = rows.map((row) =>
    row
      .map((name, at) => (at === row.length - 1 ? name : filledUp(name, wide + SIGNER.gapCharacters)))
      .join(''),
  );
  const namesAt = PAGE.charactersPerLine - SIGNER.indentCharacters - Math.max(...said.map(widthOf));
  return said.map((line, row) => ({ lead: row === 0 ? SIGNER.word : '', names: line, namesAt }));
}

/** With full-width spaces, and one half as wide where that is wanted. */
export function filledUp(name: string, width: number): string {
  return name + spaces(width - widthOf(name));
}

/** So many characters of room, in full-width spaces and a half one. */
export function spaces(width: number): string {
  const halves = Math.max(0, Math.round(width * 2));
  return '\u3000'.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? ' ' : '');
}

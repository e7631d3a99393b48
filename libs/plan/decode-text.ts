import iconv from 'iconv-lite';
import { plausibility } from './text-plausibility.js';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** So much of a file is looked at to find its encoding; even, so that no unit of UTF-16 is parted. */
const SAMPLE = 65_536;
const CONTROL = /(?![\t-\r])\p{Cc}/u;
/** Characters of two bytes in valid UTF-8 that are enough to believe it; those of three bytes count as three. */
const SURE = 15;

/**
 * Decodes the bytes of a text file: UTF-8 or UTF-16 by byte order mark; without one, UTF-8, GB18030 (which holds GBK and
 * GB2312) or UTF-16, whichever reads most like a Chinese text. The byte order mark is no part of the text. Never throws:
 * what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decode(bytes.subarray(3), 'utf-8');
  if (startsWith(bytes, [0xff, 0xfe])) return decode(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decode(bytes.subarray(2), 'utf-16be');
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined && isSurelyUtf8(utf8)) return utf8;
  return decode(bytes, likeliestEncoding(bytes.subarray(0, SAMPLE)));
}

/** Of a few characters of GB18030 each may pass for one of Greek or Cyrillic in UTF-8; so many hardly ever do. */
function isSurelyUtf8(text: string): boolean {
  // No text has controls other than tabs and ends of lines; UTF-16 read as bytes has.
  if (CONTROL.test(text)) return false;
  let evidence = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0x80) evidence += point >= 0x800 ? 3 : 1;
    if (evidence >= SURE) return true;
  }
  return evidence === 0;
}

function likeliestEncoding(sample: Uint8Array): Encoding {
  const candidates: Encoding[] = ['utf-8', 'gb18030'];
  if (sample.length % 2 === 0) candidates.push('utf-16le', 'utf-16be');
  const scores = candidates.map((encoding) => plausibility(decode(sample, encoding)));
  return candidates[scores.indexOf(Math.max(...scores))] ?? 'utf-8';
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return iconv.decode(bytes, encoding, { stripBOM: false });
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

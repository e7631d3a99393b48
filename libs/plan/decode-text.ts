import { detect } from 'chardet';
import iconv from 'iconv-lite';

/**
 * Decodes the bytes of a text file: UTF-8 or UTF-16 by byte order mark, UTF-8 where the bytes are valid UTF-8, UTF-16
 * without a mark where every other byte is zero or the text reads so, else GB18030 (which holds GBK and GB2312).
 * The byte order mark is no part of the text. Never throws: what cannot be decoded becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return iconv.decode(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return iconv.decode(bytes, 'utf-16be');
  const utf16 = guessUtf16(bytes);
  if (utf16) return iconv.decode(bytes, utf16);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const guessed = detect(bytes.subarray(0, 65_536));
    return guessed === 'UTF-8' ? decodeUtf8(bytes) : iconv.decode(bytes, 'gb18030');
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Chinese text in UTF-16 has line ends, figures and Western letters (one zero byte) and characters of U+4E00 to U+9FFF. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8 || bytes.length % 2 !== 0) return undefined;
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (isLikelyUnit(second, first)) little += 1;
    if (isLikelyUnit(first, second)) big += 1;
  }
  const zeros = bytes.subarray(0, length).includes(0);
  const enough = (length / 2) * 0.95;
  if (!zeros) return undefined;
  if (little >= enough && little > big) return 'utf-16le';
  return big >= enough ? 'utf-16be' : undefined;
}

function isLikelyUnit(high: number, low: number): boolean {
  return (
    (high === 0 && low !== 0) ||
    high === 0x20 ||
    high === 0x30 ||
    high === 0xff ||
    (high >= 0x4e && high <= 0x9f)
  );
}

import type { Letter } from './channel.js';

/** Said in front of a message that may have arrived before, where the channel cannot tell repeats itself. */
const MAY_BE_A_REPEAT = '（此前一次发送结果不明，本条可能重复）';

/** The text of a letter for channels that know one text only: title, body, where to read it. */
export function letterText({ title, body, link, again }: Letter): string {
  return [`${again ? MAY_BE_A_REPEAT : ''}${title}`, body.trim(), link === null ? '' : `查看办理：${link}`]
    .filter((part) => part !== '')
    .join('\n\n');
}

const ELLIPSIS = '……（内容较长，请登录系统查看全文）';

/**
 * The text in at most so many bytes of UTF-8, cut between characters and never inside one; what was cut is said, and
 * the last line (where to read it all) stays.
 */
export function withinBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const lines = text.split('\n');
  const last = lines.length > 1 ? `\n${lines.at(-1) ?? ''}` : '';
  const tail = `${ELLIPSIS}${Buffer.byteLength(last) < bytes / 2 ? last : ''}`;
  let room = bytes - Buffer.byteLength(tail);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${tail}`;
}

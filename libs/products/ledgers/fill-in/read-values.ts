import type { ReadCell } from '#documents';

/** What was read from a cell, with a word where it was understood in one of several ways; or what is wrong, and how to mend it. */
export type Read<T> = { ok: true; value: T; note?: string } | { ok: false; message: string };

const read = <T>(value: T, note?: string): Read<T> => ({
  ok: true,
  value,
  ...(note === undefined ? {} : { note }),
});
const fault = (message: string): Read<never> => ({ ok: false, message });

/** Full-width figures, letters and marks as plain ones; no spaces. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]/gu, '');
const shortened = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return [...line].length > 30 ? `${[...line].slice(0, 30).join('')}……` : line;
};

/** What no column takes, whatever it is for. */
function spoilt(cell: ReadCell): Read<never> | null {
  if (cell.error === true) return fault(`公式出错（${cell.text}），请改填数值或文字。`);
  if (cell.formula === true && cell.text.trim() === '')
    return fault('公式没有计算结果，请改填数值，或用办公软件打开、保存后再上传。');
  return null;
}

/** Two places: finer than that is the noise of floating point. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

const DIGITS = '零一二三四五六七八九';
/** 零 to 一百, with 点 for decimals; null for anything else. */
function chineseNumber(text: string): number | null {
  const [whole = '', decimals, ...more] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  if (more.length > 0) return null;
  const match =
    /^(?:(一?百)|([一二三四五六七八九])?(十)([一二三四五六七八九])?|([零一二三四五六七八九]))$/u.exec(whole);
  if (!match) return null;
  const digit = (character: string | undefined): number => DIGITS.indexOf(character ?? '零');
  const [, hundred, tens, ten, ones, single] = match;
  const value =
    hundred === undefined
      ? ten === undefined
        ? digit(single)
        : (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones)
      : 100;
  if (decimals === undefined) return value;
  if (!/^[零一二三四五六七八九]{1,2}$/u.test(decimals)) return null;
  return Number(`${value}.${[...decimals].map(digit).join('')}`);
}

/**
 * A percentage, 0 to 100, however it was written: 45, 45%, 0.45 (a share below one is one of hundred), 百分之四十五, ４５％.
 * At most two decimals are kept.
 */
export function readPercent(cell: ReadCell): Read<number> {
  const broken = spoilt(cell);
  if (broken) return broken;
  if (cell.shownAs === 'date')
    return fault(`成了日期（${shortened(cell.text)}），请把单元格改为数字格式后重填，如 45。`);
  if (cell.number !== undefined && cell.shownAs === 'percent') return inRange(cell.number * 100, cell.text);
  if (cell.number !== undefined) return asShare(cell.number, cell.text, false);
  const text = plain(cell.text);
  const sign = /%$/u.test(text) || text.startsWith('百分之');
  const bare = text.replace(/^百分之/u, '').replace(/%$/u, '');
  const figure = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(bare) ? Number(bare) : chineseNumber(bare);
  if (figure === null) return fault(`“${shortened(cell.text)}”不是百分数，请填 0 到 100 之间的数字，如 45。`);
  return asShare(figure, cell.text, sign);
}

function asShare(value: number, shown: string, sign: boolean): Read<number> {
  if (sign || !(value > 0 && value < 1)) return inRange(value, shown);
  const percent = rounded(value * 100);
  return read(percent, `“${shortened(shown)}”按 ${percent}% 读取；确为不足 1% 的，请写上百分号。`);
}

const inRange = (value: number, shown: string): Read<number> =>
  Number.isFinite(value) && value >= 0 && value <= 100
    ? read(rounded(value))
    : fault(`“${shortened(shown)}”超出范围，进度应在 0 到 100 之间。`);

const YES = new Set(['是', '√', '✓', '✔', '对', 'y', 'yes', 'true', '1', '无变化', '无', '没有变化']);
const NO = new Set(['否', '×', 'x', '✗', '✘', '不', 'n', 'no', 'false', '0', '有变化', '有']);

/** 是 or 否, and what people write instead. */
export function readYesNo(cell: ReadCell): Read<boolean> {
  const broken = spoilt(cell);
  if (broken) return broken;
  const text = plain(cell.text).toLowerCase();
  if (YES.has(text)) return read(true);
  return NO.has(text) ? read(false) : fault(`“${shortened(cell.text)}”不在可选范围，请填“是”或“否”。`);
}

/** A figure of an indicator; `unit` may stand behind it, and a percentage may be shown as one. */
export function readNumber(cell: ReadCell, unit: string): Read<number> {
  const broken = spoilt(cell);
  if (broken) return broken;
  if (cell.shownAs === 'date')
    return fault(`成了日期（${shortened(cell.text)}），请把单元格改为数字格式后重填。`);
  if (cell.number !== undefined)
    return withinFile(cell.shownAs === 'percent' ? rounded(cell.number * 100) : cell.number, cell.text);
  const text = plain(cell.text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
  const bare = unit !== '' && text.endsWith(plain(unit)) ? text.slice(0, -plain(unit).length) : text;
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(bare)
    ? withinFile(Number(bare), cell.text)
    : fault(`“${shortened(cell.text)}”不是数字，请只填数字${unit === '' ? '' : `（单位：${unit}）`}。`);
}

const withinFile = (value: number, shown: string): Read<number> =>
  Math.abs(value) <= 1e15 ? read(value) : fault(`“${shortened(shown)}”过大，请核对单位。`);

/** Words, as they were typed but for what no page can show; at most so many characters. */
export function readWords(cell: ReadCell, atMost: number): Read<string> {
  const broken = spoilt(cell);
  if (broken) return broken;
  const text = cell.text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?!\n|\t)\p{Cc}/gu, '')
    .trim();
  return text.length <= atMost
    ? read(text)
    : fault(`写了 ${text.length} 字，超过 ${atMost} 字，请压缩或作为佐证材料上传。`);
}

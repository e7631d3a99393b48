const DIGITS = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

/** 1 to 9999 as headings print it: 十二, 一百零三; other numbers in figures. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const printed = spell(value, DIGITS, ['', '十', '百', '千']);
  return value < 20 && value >= 10 ? printed.slice(1) : printed;
}

/** The same in the characters that cannot be altered: 壹, 壹拾贰. */
export function formalChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  return spell(value, FORMAL, ['', '拾', '佰', '仟']);
}

/** Figure by figure: 12 is 一二, 20 is 二〇. */
export function chineseDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}

function spell(value: number, digits: string, powers: readonly string[]): string {
  let printed = '';
  let skipped = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      skipped = printed !== '';
      continue;
    }
    printed += `${skipped ? digits.charAt(0) : ''}${digits.charAt(digit)}${powers[power] ?? ''}`;
    skipped = false;
  }
  return printed;
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 999 as headings print it: 十二, 一百零三; other numbers in figures. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const digit = (figure: number): string => DIGITS.charAt(figure);
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens === 0) return `${head}${head !== '' && ones > 0 ? '零' : ''}${ones > 0 ? digit(ones) : ''}`;
  const ten = tens === 1 && head === '' ? '十' : `${digit(tens)}十`;
  return `${head}${ten}${ones > 0 ? digit(ones) : ''}`;
}

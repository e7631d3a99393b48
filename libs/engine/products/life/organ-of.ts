import type { ProductRules } from '#accountability';
import type { ProductMaker } from '#products';

const DIGITS = '〇一二三四五六七八九';

/** 3 as 三, 12 as 十二: of an action's place in its plan, below a hundred. */
const inChinese = (count: number): string => {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
};

/**
 * 机关代字 of who issues: of an office of the plan its word, of a task force its own, so that each has a series of its own. The
 * policy names it; else it is the word of task forces with the action's number: 张武专三 of A3.
 */
export function organOf(
  { organs }: Pick<ProductRules, 'organs'>,
  maker: ProductMaker,
  actionCode: string | null,
): string {
  const word = organs[maker];
  if (actionCode === null || !maker.startsWith('taskForce')) return word;
  const number = Number(/\d{1,2}$/u.exec(actionCode)?.[0] ?? Number.NaN);
  return organs.ofActions[actionCode] ?? `${word}${number > 0 ? inChinese(number) : actionCode}`;
}

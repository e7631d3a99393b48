import { PAGE, SIZE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import { widthOf } from './width-of.js';

/** Characters in a line of a title. */
export const TITLE_CHARACTERS = Math.floor(pointsOfMm(PAGE.typeAreaWidthMm) / SIZE.two);

/**
 * A title in lines of at most `width` characters, as even as its words allow and the last not the longest (梯形, 菱形).
 * Words of two characters and more are not torn, `的` and closing marks do not begin a line.
 */
export function breakTitle(title: string, width: number): string[] {
  const whole = widthOf(title);
  const count = Math.ceil(whole / width);
  if (count <= 1) return [title];
  for (let lines = count; lines <= count + 1; lines += 1) {
    const broken = inLines(title, lines, width);
    if (broken) return broken;
  }
  return byForce(title, width);
}

function inLines(title: string, lines: number, width: number): string[] | null {
  const places = [...placesToBreak(title), title.length];
  const goal = widthOf(title) / lines;
  /** Cheapest way to set the title up to each place in so many lines. */
  let best = new Map<number, { cost: number; lines: string[] }>([[0, { cost: 0, lines: [] }]]);
  for (let line = 1; line <= lines; line += 1) {
    const next: typeof best = new Map();
    for (const [from, way] of best)
      for (const to of places) {
        if (to <= from) continue;
        const words = title.slice(from, to);
        const wide = widthOf(words);
        if (wide > width) break;
        // A last line that is longer than those above it stands badly.
        const tail = line === lines && wide > widthOf(way.lines.at(-1) ?? '') ? 4 : 0;
        const cost = way.cost + (wide - goal) ** 2 + tail + (isInName(title, to) ? NAME_TORN : 0);
        if (cost < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost, lines: [...way.lines, words] });
      }
    best = next;
  }
  return best.get(title.length)?.lines ?? null;
}

/** A name in title marks that is torn stands worse than lines of 18 and 12 characters. */
const NAME_TORN = 25;

const isInName = (title: string, at: number): boolean =>
  title.lastIndexOf('《', at - 1) > title.lastIndexOf('》', at - 1) && title.indexOf('》', at) >= 0;

const NOT_FIRST = '的、，。；：）》〉”’！？》】…—';
const NOT_LAST = '（《〈“‘【关于';
/** Words that titles of official documents are made of, and short names in quotation marks, which are not torn. */
const WHOLE =
  /“[^“”]{1,10}”|关于|通知|通报|督查|落实|情况|任务|工作|总体|方案|考核|结果|报告|评估|年度|季度|重点|高质量发展|[\d.]+[%年月旬日号期]?|[A-Za-z]+|一季度|二季度|三季度|四季度|[上中下]旬/gu;

function placesToBreak(title: string): number[] {
  const torn = new Set<number>();
  for (const found of title.matchAll(WHOLE))
    for (let at = found.index + 1; at < found.index + found[0].length; at += 1) torn.add(at);
  const places: number[] = [];
  for (let at = 1; at < title.length; at += 1)
    if (!torn.has(at) && !NOT_FIRST.includes(title[at] ?? '') && !NOT_LAST.includes(title[at - 1] ?? ''))
      places.push(at);
  return places;
}

function byForce(title: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of title) {
    if (widthOf(line + character) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

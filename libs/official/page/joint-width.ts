import { widthOf } from '#charts';
import { JOINT } from '../format/figures.js';

/** Marks of names between so many characters have a size each; wider ones are drawn as the widest. */
const NARROWEST = 6;
const WIDEST = 40;
/** What a character takes with the room between letters that a mark has. */
const CHARACTER = 1.05;

const clamped = (characters: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(characters)));

/** The class of a joint mark by its longest name: the page's rules let no attribute say a size. */
export const jointClassOf = (names: readonly string[]): string =>
  `official-joint-${clamped(Math.max(0, ...names.map(widthOf)))}`;

/**
 * The sizes of joint marks: each name stays in one line, as on paper, with 文件 beside it, in whatever width the page has.
 *
 * @param largest size of a mark where there is room for it, as CSS has it
 */
export const jointSizes = (largest: string): string =>
  Array.from({ length: WIDEST - NARROWEST + 1 }, (_, at) => {
    const characters = NARROWEST + at;
    const whole = (characters + JOINT.gapFactor + widthOf(JOINT.word)) * CHARACTER;
    return `.official-joint-${characters}{font-size:min(${largest},${(95 / whole).toFixed(2)}cqw)}`;
  }).join('');

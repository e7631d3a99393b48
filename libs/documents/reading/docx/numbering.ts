import { walkXml } from '../walk-xml.js';
import { printNumber } from './print-number.js';
import { wordValue } from './word-value.js';

/** How one level of a list is numbered. `restartAfter`: the level (from 0) whose numbers restart this one. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** With %1 for the number of the first level, %2 for the second … */
  readonly text: string;
  readonly restartAfter: number | 'never' | undefined;
  /** All numbers in figures, whatever format their levels have. */
  readonly isLegal: boolean;
  /** The paragraph style that is numbered with this level. */
  readonly style: string | undefined;
}

/** A list as paragraphs refer to it. Lists with the same `counter` count on from each other. */
export interface NumberedList {
  readonly counter: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that this list counts anew when it first uses them. */
  readonly restarts: ReadonlyMap<number, number>;
}
export type Lists = ReadonlyMap<string, NumberedList>;

/** Word has nine levels. */
const MAX_LEVEL = 8;

type Change = { -readonly [Key in keyof ListLevel]?: ListLevel[Key] };
const PLAIN: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '',
  restartAfter: undefined,
  isLegal: false,
  style: undefined,
};

interface Abstract {
  readonly levels: Map<number, ListLevel>;
  styleLink: string | undefined;
}
interface Override {
  readonly abstractId: string;
  readonly levels: Map<number, ListLevel>;
  readonly restarts: Map<number, number>;
}

/**
 * Reads which automatic numbers a Word document has (ECMA-376 part 1, 17.9). `listOfStyle` tells the list of a numbering
 * style, which some lists only point to.
 */
export function readNumbering(
  bytes: Uint8Array | undefined,
  listOfStyle: (style: string) => string | undefined,
): Lists {
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<string, Override>();
  if (bytes) walkNumbering(bytes, abstracts, nums);
  const lists = new Map<string, NumberedList>();
  for (const [id, { abstractId, levels, restarts }] of nums) {
    const link = abstracts.get(abstractId)?.styleLink;
    const linked = link === undefined ? undefined : nums.get(listOfStyle(link) ?? '')?.abstractId;
    const counter = linked ?? abstractId;
    lists.set(id, {
      counter,
      levels: new Map([...(abstracts.get(counter)?.levels ?? []), ...levels]),
      restarts,
    });
  }
  return lists;
}

function walkNumbering(
  bytes: Uint8Array,
  abstracts: Map<string, Abstract>,
  nums: Map<string, Override>,
): void {
  let abstract: Abstract | undefined;
  let num: Override | undefined;
  let numId = '';
  let overridden = 0;
  let level: Change | undefined;
  let levelIndex = 0;
  walkXml(bytes, {
    open: (name, attributes) => {
      const value = wordValue(attributes);
      if (name === 'abstractNum') {
        abstract = { levels: new Map(), styleLink: undefined };
        abstracts.set(wordValue(attributes, 'abstractNumId'), abstract);
      } else if (name === 'numStyleLink' && abstract) abstract.styleLink = value;
      else if (name === 'num') numId = wordValue(attributes, 'numId');
      else if (name === 'abstractNumId' && numId !== '') {
        num = { abstractId: value, levels: new Map(), restarts: new Map() };
        nums.set(numId, num);
      } else if (name === 'lvlOverride') overridden = Number(wordValue(attributes, 'ilvl')) || 0;
      else if (name === 'startOverride') num?.restarts.set(overridden, Number(value) || 0);
      else if (name === 'lvl') {
        level = {};
        levelIndex = Number(wordValue(attributes, 'ilvl')) || 0;
      } else if (level) changeLevel(level, name, value);
    },
    close: (name) => {
      if (name === 'lvl') {
        if (level && levelIndex <= MAX_LEVEL)
          (num ?? abstract)?.levels.set(levelIndex, { ...PLAIN, ...level });
        level = undefined;
      } else if (name === 'abstractNum') abstract = undefined;
      else if (name === 'num') {
        num = undefined;
        numId = '';
      }
    },
    text: () => undefined,
  });
}

function changeLevel(level: Change, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value === 'custom' ? 'decimal' : value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'lvlRestart') level.restartAfter = value === '0' ? 'never' : Number(value) - 1;
  else if (name === 'isLgl') level.isLegal = isOn(value);
  else if (name === 'pStyle') level.style = value;
}

function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

/** Counts the paragraphs of numbered lists and gives each its printed number. */
export class Numbering {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly used = new Set<string>();

  constructor(private readonly lists: Lists) {}

  /** The level of a list that a style is numbered with, where the style does not say. */
  levelOfStyle(list: string, style: string): number {
    for (const [index, level] of this.lists.get(list)?.levels ?? []) if (level.style === style) return index;
    return 0;
  }

  /** Counts a paragraph and prints its number; an empty one for bullets and lists that there are not. */
  next(listId: string, levelIndex: number): string {
    const list = this.lists.get(listId);
    const level = list?.levels.get(levelIndex);
    if (!list || !level) return '';
    const counts = this.countsOf(list, listId, levelIndex);
    counts[levelIndex] = (counts[levelIndex] ?? level.start - 1) + 1;
    for (const [index, { restartAfter }] of list.levels) {
      const isRestarted =
        index > levelIndex && restartAfter !== 'never' && levelIndex <= (restartAfter ?? index);
      if (isRestarted) counts[index] = undefined;
    }
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%(\d)/g, (_, printed: string) => {
      const index = Number(printed) - 1;
      const at = list.levels.get(index);
      if (!at || at.format === 'none') return '';
      return printNumber(counts[index] ?? at.start, level.isLegal ? 'decimal' : at.format);
    });
  }

  private countsOf(list: NumberedList, listId: string, levelIndex: number): (number | undefined)[] {
    const counts = this.counts.get(list.counter) ?? [];
    this.counts.set(list.counter, counts);
    const restart = list.restarts.get(levelIndex);
    const use = `${listId} ${levelIndex}`;
    if (restart !== undefined && !this.used.has(use)) counts[levelIndex] = restart - 1;
    this.used.add(use);
    return counts;
  }
}

import type { ProductBlock, ProductVersionView } from '#contract';
import { diffArrays } from 'diff';

/** Words that two texts share, or that only the later (`in`) or only the earlier (`out`) has. */
export interface Piece {
  readonly text: string;
  readonly mark: 'same' | 'in' | 'out';
}

/** A paragraph, a heading, the words of a picture, or a row of a table, as it became. */
export interface ComparedLine {
  readonly kind: 'words' | 'row';
  /** In one text only, in both with other words, or in both alike. */
  readonly mark: 'same' | 'in' | 'out' | 'changed';
  /** Of a row its cells; else one. */
  readonly cells: readonly (readonly Piece[])[];
}

interface Line {
  readonly kind: ComparedLine['kind'];
  readonly cells: readonly (readonly string[])[];
  readonly whole: string;
}

type Run = NonNullable<ProductBlock['line']>[number];

/** Chinese has no spaces: words are found by the browser; older ones (Firefox before 125) cannot, and compare characters. */
const wordsIn: (text: string) => string[] =
  'Segmenter' in Intl
    ? (text) => {
        // eslint-disable-next-line compat/compat -- asked for right above
        const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
        return Array.from(segments, ({ segment }) => segment);
      }
    : charactersIn;

/** Characters; letters and figures that follow each other are one. */
export function charactersIn(text: string): string[] {
  return text.match(/[A-Za-z\d]+|[^A-Za-z\d]/gu) ?? [];
}
const NUMBER = /(\d+(?:[.,:]\d+)*[%％]?)/u;

/** Chinese words and marks; a figure of the record, and a number typed by hand with its per cent, is one piece. */
export function tokensOf(line: readonly Pick<Run, 'kind' | 'text'>[]): string[] {
  return line.flatMap(({ kind, text }) =>
    kind === 'figure'
      ? [text]
      : text
          .split(NUMBER)
          .flatMap((part, at) => (at % 2 === 1 ? [part] : wordsIn(part)))
          .filter((token) => token !== ''),
  );
}

function linesOf({ title, blocks }: Pick<ProductVersionView, 'title' | 'blocks'>): Line[] {
  const words = (tokens: readonly string[]): Line => line('words', [tokens]);
  return [
    words(tokensOf([{ kind: 'text', text: title }])),
    ...blocks.flatMap((block) => linesOfBlock(block, words)),
  ];
}

const line = (kind: Line['kind'], cells: Line['cells']): Line => ({
  kind,
  cells,
  whole: `${kind} ${cells.map((cell) => cell.join('')).join('\t')}`,
});

function linesOfBlock(block: ProductBlock, words: (tokens: readonly string[]) => Line): Line[] {
  const caption =
    block.caption === undefined ? [] : [words(tokensOf([{ kind: 'text', text: block.caption }]))];
  switch (block.kind) {
    case 'table':
      return [...caption, ...(block.rows ?? []).map((row) => line('row', row.map(tokensOf)))];
    case 'picture':
      return [...caption, words(tokensOf([{ kind: 'text', text: block.alternative ?? '' }]))];
    default: {
      const number = block.number === undefined ? [] : [block.number];
      return [words([...number, ...tokensOf(block.line ?? [])])];
    }
  }
}

/** The later text of a product against an earlier one, line by line, and within a line word by word. */
export function compareVersions(
  before: Pick<ProductVersionView, 'title' | 'blocks'>,
  after: Pick<ProductVersionView, 'title' | 'blocks'>,
): ComparedLine[] {
  const changes = diffArrays(linesOf(before), linesOf(after), {
    comparator: (left, right) => left.whole === right.whole,
  });
  const compared: ComparedLine[] = [];
  let gone: readonly Line[] = [];
  for (const { value, added, removed } of changes) {
    if (removed) {
      gone = value;
      continue;
    }
    if (added) compared.push(...betweenLines(gone, value));
    else compared.push(...gone.map((one) => whole(one, 'out')), ...value.map((one) => whole(one, 'same')));
    gone = [];
  }
  return [...compared, ...gone.map((one) => whole(one, 'out'))];
}

const whole = ({ kind, cells }: Line, mark: 'same' | 'in' | 'out'): ComparedLine => ({
  kind,
  mark,
  cells: cells.map((cell) => (cell.length === 0 ? [] : [{ text: cell.join(''), mark }])),
});

/** Of so many lines at most each is held against each; beyond that they are paired as they stand. */
const MOST_PAIRS = 40_000;
/** Lines that share less are not the same one rewritten. */
const LEAST_SHARED = 0.3;

/** Lines that were taken out and lines that came in at the same place: pairs that say much the same are one that was changed. */
function betweenLines(gone: readonly Line[], come: readonly Line[]): ComparedLine[] {
  const shared = gone.length * come.length > MOST_PAIRS ? onTheDiagonal : likeness;
  // The best sum of what pairs share from each place on, in order.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0));
  const at = (left: number, right: number): number => best[left]?.[right] ?? 0;
  const pair = (left: number, right: number): number => {
    const [before, after] = [gone[left], come[right]];
    const value = before && after ? shared(before, after, left === right) : 0;
    return value < LEAST_SHARED ? 0 : value;
  };
  for (let left = gone.length - 1; left >= 0; left -= 1)
    for (let right = come.length - 1; right >= 0; right -= 1) {
      const own = pair(left, right);
      const row = best[left];
      if (row)
        row[right] = Math.max(
          at(left + 1, right),
          at(left, right + 1),
          own > 0 ? own + at(left + 1, right + 1) : 0,
        );
    }
  const compared: ComparedLine[] = [];
  let [left, right] = [0, 0];
  while (left < gone.length || right < come.length) {
    const [before, after] = [gone[left], come[right]];
    const own = before && after ? pair(left, right) : 0;
    if (before && after && own > 0 && at(left, right) === own + at(left + 1, right + 1)) {
      compared.push(within(before, after));
      left += 1;
      right += 1;
    } else if (before && (!after || at(left, right) === at(left + 1, right))) {
      compared.push(whole(before, 'out'));
      left += 1;
    } else if (after) {
      compared.push(whole(after, 'in'));
      right += 1;
    }
  }
  return compared;
}

const onTheDiagonal = (_before: Line, _after: Line, same: boolean): number => (same ? 1 : 0);

/** The share of tokens that two lines of a kind have in common. */
function likeness(before: Line, after: Line): number {
  if (before.kind !== after.kind) return 0;
  const tokens = before.cells.flat();
  const left = new Map<string, number>();
  for (const token of tokens) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  const others = after.cells.flat();
  for (const token of others) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    common += 1;
  }
  return (2 * common) / Math.max(1, tokens.length + others.length);
}

function within(before: Line, after: Line): ComparedLine {
  const count = Math.max(before.cells.length, after.cells.length);
  const cells = Array.from({ length: count }, (_, at) =>
    diffArrays([...(before.cells[at] ?? [])], [...(after.cells[at] ?? [])]).map(
      ({ value, added, removed }): Piece => ({
        text: value.join(''),
        mark: added ? 'in' : removed ? 'out' : 'same',
      }),
    ),
  );
  return { kind: after.kind, mark: 'changed', cells };
}

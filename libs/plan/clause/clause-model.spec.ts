import fc from 'fast-check';
import { normalise } from '../text/normalise.js';
import { sourceSpan } from '../text/mapped-text.js';
import { findClauses } from './find-clauses.js';
import { readClauseText } from './read-clause-text.js';
import { type ClauseModel, clauseModels, listed, NOTATIONS } from './testing/clause-model.js';

const BRACKETS = [
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
  ['〔', '〕'],
  ['', ''],
] as const;
/** As a careless typist sets it: half width, blanks after the marks. */
const TYPING: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('，', ',').replaceAll('；', ';').replaceAll('：', ':'),
  (text) => text.replace(/([，；、])/g, '$1 '),
];

const printed = fc.record({
  model: clauseModels,
  notation: fc.nat(),
  brackets: fc.constantFrom(...BRACKETS),
  typing: fc.constantFrom(...TYPING),
  comma: fc.boolean(),
});

function inWords(model: ClauseModel, which: number, comma: boolean): string | undefined {
  const fitting = Object.values(NOTATIONS).filter(([fits]) => fits(model));
  const notation = fitting[which % Math.max(1, fitting.length)];
  if (!notation) return undefined;
  const words = notation[1](listed(model.lead, false), listed(model.support, comma));
  const month = model.deadline === null ? '' : `；完成时限：${Number(model.deadline.slice(5))}月底前`;
  return `${words}${month}`;
}

const squash = (names: readonly string[]): string[] =>
  names.map((name) => name.normalize('NFKC').replace(/\s/g, '')).sort();

describe('a clause of any model in any notation', () => {
  it('gives the model back (3,000 clauses)', () => {
    fc.assert(
      fc.property(printed, ({ model, notation, brackets: [open, close], typing, comma }) => {
        const words = inWords(model, notation, comma);
        fc.pre(words !== undefined && !(open !== '' && words.includes('\n')));
        const text = `${open}${typing(words ?? '')}${close}`;
        const read = readClauseText(text, { year: 2025 });
        expect({ text, lead: squash(read?.lead ?? []), support: squash(read?.support ?? []) }).toEqual({
          text,
          lead: squash(model.lead),
          support: squash(model.support),
        });
        expect(read?.deadline?.slice(0, 7) ?? null).toBe(model.deadline);
      }),
      { numRuns: 3000, seed: 20250601 },
    );
  });

  it('is found at its place in a sentence, and nothing else is', () => {
    fc.assert(
      fc.property(printed, ({ model, notation, comma }) => {
        const words = inWords(model, notation, comma);
        fc.pre(words !== undefined && !words.includes('\n'));
        const before = '整治河道（含支流），年底前清淤5公里。';
        const text = `${before}（${words ?? ''}）建成泵站3座（一期）。`;
        const mapped = normalise(text);
        const found = findClauses(mapped, { start: 0, end: mapped.text.length });
        expect(
          found.map(({ span }) => {
            const at = sourceSpan(mapped, span);
            return text.slice(at.start, at.end);
          }),
        ).toEqual([`（${words ?? ''}）`]);
      }),
      { numRuns: 500, seed: 20250602 },
    );
  });
});

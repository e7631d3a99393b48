import { expect, it } from '@jest/globals';
import type { ProductBlock } from '#contract';
import { changedInText } from './changed-in-text.js';

const figure = (source: string, text: string) => ({ kind: 'figure' as const, source, text });
const words = (text: string) => ({ kind: 'text' as const, text });
const BLOCKS: ProductBlock[] = [
  {
    kind: 'paragraph',
    level: 0,
    text: '',
    line: [
      words('本月应报'),
      figure('due', '9'),
      words('项次，未报'),
      figure('unfiled', '4'),
      words('项次。'),
    ],
  },
  { kind: 'table', level: 0, text: '', columns: [], rows: [[[figure('unit.a.late', '1')]]] },
];
const change = (name: string) => ({ name, before: '4', now: '2' });

it('shows a changed figure of the text in the clause that it stands in, and counts those of tables', () => {
  expect(changedInText(BLOCKS, [change('unfiled'), change('unit.a.late'), change('of.an.annex')])).toEqual({
    inText: [{ ...change('unfiled'), words: '本月应报9项次……未报4项次' }],
    others: 2,
  });
});

it('takes the first place of a figure that stands in the text twice', () => {
  const twice: ProductBlock = {
    kind: 'heading',
    level: 1,
    text: '',
    line: [figure('due', '9'), words('项')],
  };
  expect(changedInText([...BLOCKS, twice], [change('due')]).inText[0]?.words).toBe('本月应报9项次');
});

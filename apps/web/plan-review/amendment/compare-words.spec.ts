import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWords } from './compare-words.js';

describe('two wordings of a task', () => {
  it('are told apart clause by clause', () => {
    expect(compareWords('修路5公里，年底前完成。', '修路8公里，年底前完成。')).toEqual([
      { kind: 'removed', text: '修路5公里，' },
      { kind: 'added', text: '修路8公里，' },
      { kind: 'same', text: '年底前完成。' },
    ]);
  });

  it('have nothing to tell where they are the same', () => {
    expect(compareWords('甲，乙。', '甲，乙。')).toEqual([{ kind: 'same', text: '甲，乙。' }]);
    expect(compareWords('', '')).toEqual([]);
  });

  it('can both be read out of the comparison', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '。', '、', '1') });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = compareWords(before, after);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});

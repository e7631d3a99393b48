import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codePointsOf } from './code-points.js';

describe('places in a text', () => {
  it('are the same in both counts where every character takes one unit', () => {
    const { toUtf16, toCodePoint } = codePointsOf('区林业局牵头');
    expect([0, 3, 6].map(toUtf16)).toEqual([0, 3, 6]);
    expect([0, 3, 6].map(toCodePoint)).toEqual([0, 3, 6]);
  });

  it('move by one behind every character that takes two units', () => {
    const text = '由𠮷某、𡈽家族乡负责';
    const { toUtf16, toCodePoint } = codePointsOf(text);
    expect(text.slice(toUtf16(1), toUtf16(3))).toBe('𠮷某');
    expect(text.slice(toUtf16(4), toUtf16(8))).toBe('𡈽家族乡');
    expect(toCodePoint(text.indexOf('负责'))).toBe(8);
  });

  it('are found again in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, seed) => {
        const whole = [...text];
        const at = whole.length === 0 ? 0 : seed % (whole.length + 1);
        const { toUtf16, toCodePoint } = codePointsOf(text);
        expect(text.slice(0, toUtf16(at))).toBe(whole.slice(0, at).join(''));
        expect(toCodePoint(toUtf16(at))).toBe(at);
      }),
    );
  });
});

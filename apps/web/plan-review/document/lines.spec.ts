import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineAt, linesOf } from './lines.js';

const shown = (text: string, passages: Parameters<typeof linesOf>[1]): string[][] =>
  linesOf(text, passages).map(({ pieces }) =>
    pieces.map(({ start, end, taskId }) => `${taskId ?? '-'}:${text.slice(start, end)}`),
  );

describe('the lines of a document', () => {
  it('are cut where a task begins and ends, also in the middle of a line', () => {
    const text = '一、总体\n1.修路。区交通局牵头。2.架桥。\n结尾';
    expect(
      shown(text, [
        { taskId: 'road', start: 5, end: 17 },
        { taskId: 'bridge', start: 17, end: 22 },
      ]),
    ).toEqual([['-:一、总体'], ['road:1.修路。区交通局牵头。', 'bridge:2.架桥。'], ['-:结尾']]);
  });

  it('belong to one task over several lines, and an empty line stays one', () => {
    expect(shown('甲\r\n\r\n乙', [{ taskId: 't', start: 0, end: 6 }])).toEqual([['t:甲'], [], ['t:乙']]);
  });

  it('show the shorter of two tasks that overlap', () => {
    expect(
      shown('甲乙丙丁', [
        { taskId: 'long', start: 0, end: 4 },
        { taskId: 'short', start: 1, end: 3 },
      ]),
    ).toEqual([['long:甲', 'short:乙丙', 'long:丁']]);
  });

  it('lose no character of the text, wherever tasks lie', () => {
    const place = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(place, { maxLength: 6 }), (body, places) => {
        const text = body.replaceAll('x', '\n');
        const passages = places.map(([a, b], index) => ({
          taskId: String(index),
          start: Math.min(a, b, text.length),
          end: Math.min(Math.max(a, b), text.length),
        }));
        const lines = linesOf(text, passages);
        for (const { start, end, pieces } of lines) {
          expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join('')).toBe(
            text.slice(start, end),
          );
        }
      }),
    );
  });

  it('are found by a place in the text', () => {
    const lines = linesOf('ab\ncd\nef', []);
    expect([0, 2, 3, 7].map((at) => lineAt(lines, at))).toEqual([0, 0, 1, 2]);
  });
});

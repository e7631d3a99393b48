import fc from 'fast-check';
import type { Letter } from './index.js';
import { letterText, withinBytes } from './letter-text.js';

const LETTER: Letter = {
  idempotencyKey: 'k',
  title: '催报：区教育局4月中旬进展',
  body: '共11项任务未报。\n',
  link: 'https://luoshi.example/desk',
  again: false,
};

describe('the text of a message', () => {
  it('says what it is about and where to deal with it', () => {
    expect(letterText(LETTER)).toBe(
      '催报：区教育局4月中旬进展\n\n共11项任务未报。\n\n查看办理：https://luoshi.example/desk',
    );
  });

  it('says that it may be a repeat where nobody knows how the attempt before ended', () => {
    expect(letterText({ ...LETTER, again: true })).toMatch(/^（此前一次发送结果不明，本条可能重复）催报/u);
  });

  it('is never longer than the channel takes, never cuts a character, and keeps the line where to read it all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.integer({ min: 200, max: 2_048 }),
        (body, bytes) => {
          const text = letterText({ ...LETTER, body });
          const cut = withinBytes(text, bytes);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(bytes, 0));
          expect(cut).not.toContain('\uFFFD'.repeat(body.includes('\uFFFD') ? 99 : 1));
          if (Buffer.byteLength(text) > bytes)
            expect(cut.endsWith('查看办理：https://luoshi.example/desk')).toBe(true);
        },
      ),
    );
  });
});

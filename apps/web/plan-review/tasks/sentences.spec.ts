import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from './sentences.js';

describe('the sentences of a task', () => {
  it('begin behind a full stop, a semicolon or a line end, with their place', () => {
    expect(sentencesOf('修路。架桥；\n治水')).toEqual([
      { start: 0, text: '修路。' },
      { start: 3, text: '架桥；\n' },
      { start: 7, text: '治水' },
    ]);
  });

  it('keep the closing mark of a quotation', () => {
    expect(sentencesOf('提出“办好。”再查').map(({ text }) => text)).toEqual(['提出“办好。”', '再查']);
  });
});

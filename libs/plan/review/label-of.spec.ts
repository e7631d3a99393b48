import { describe, expect, test } from '@jest/globals';
import { labelOf } from './label-of.js';

describe('the label of a task without a title', () => {
  test.each([
    ['（1）推进示范街区建设，年内完成三处改造。', '推进示范街区建设'],
    ['3.加强 值班\n值守。', '加强值班值守'],
    ['坚持一二三四五六七八九十一二三四五六七八九十', '坚持一二三四五六七八九十一二三四五六七八'],
    ['', '（无标题）'],
  ])('of “%s” is “%s”', (text, label) => {
    expect(labelOf(text)).toBe(label);
    expect([...labelOf(text)].length).toBeLessThanOrEqual(20);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isChange, namesIn, piecesOf, rebased, sentOf, type Edit } from './editing.js';

const block = (text: string, kind: 'paragraph' | 'heading' | 'table' = 'paragraph') => ({
  kind,
  level: 0,
  text,
});
const BODY = [block('总体情况', 'heading'), block('共有{{tasks.total}}项。'), block('请抓好落实。')];
const edit = (of: Partial<Edit>): Edit => ({
  ...{ key: 'k', kind: 'change', at: 1, before: '共有{{tasks.total}}项。', level: 0 },
  ...{ text: '全区共有{{tasks.total}}项。' },
  ...of,
});

describe('what a person has begun to change of a draft', () => {
  it('is sent in the place of what stood there, and everything else is kept', () => {
    const { blocks, keys } = sentOf([edit({})], BODY);
    expect(blocks).toEqual([
      { keep: 0 },
      { instead: 1, level: 0, text: '全区共有{{tasks.total}}项。' },
      { keep: 2 },
    ]);
    expect(keys).toEqual([null, 'k', null]);
  });

  it('is sent with paragraphs added, also at the head, and others left out', () => {
    const edits = [
      edit({ key: 'head', kind: 'add', at: -1, before: '', text: '导语。' }),
      edit({ key: 'gone', kind: 'remove', at: 2, before: '请抓好落实。' }),
      edit({ key: 'below', kind: 'add', at: 2, before: '请抓好落实。', level: 1, text: '要求' }),
      edit({ key: 'title', kind: 'title', at: -1, before: '通报', text: '五月通报' }),
    ];
    expect(sentOf(edits, BODY)).toEqual({
      blocks: [{ level: 0, text: '导语。' }, { keep: 0 }, { keep: 1 }, { level: 1, text: '要求' }],
      keys: ['head', null, null, 'below'],
      title: '五月通报',
    });
  });

  it('moves along where others have added or removed something else', () => {
    const now = [block('新的一段。'), ...BODY];
    const { edits, conflicts } = rebased([edit({}), edit({ key: 'a', kind: 'add', at: 1 })], now, '通报');
    expect(edits.map(({ at }) => at)).toEqual([2, 2]);
    expect(conflicts.size).toBe(0);
  });

  it('is a conflict where others have changed the same text, and keeps both', () => {
    const now = [block('总体情况', 'heading'), block('共计{{tasks.total}}项。'), block('请抓好落实。')];
    const { edits, conflicts } = rebased([edit({})], now, '通报');
    expect([...conflicts]).toEqual([['k', '共计{{tasks.total}}项。']]);
    expect(edits[0]?.text).toBe('全区共有{{tasks.total}}项。');
  });

  it('is a conflict where others have taken the text away, or put a table there', () => {
    expect([...rebased([edit({ at: 9 })], [], '').conflicts]).toEqual([['k', null]]);
    const table = [block('总体情况', 'heading'), block('附表', 'table')];
    expect([...rebased([edit({})], table, '').conflicts]).toEqual([['k', null]]);
  });

  it('prefers its own place where the same text stands twice, else the nearest', () => {
    const twice = [block('甲。'), block('乙。'), block('甲。')];
    const of = (at: number) => rebased([edit({ at, before: '甲。' })], twice, '').edits[0]?.at;
    expect([of(0), of(2), of(1)]).toEqual([0, 2, 0]);
  });

  it('meets a title that others changed as a conflict', () => {
    const title = edit({ key: 't', kind: 'title', at: -1, before: '通报', text: '五月通报' });
    expect([...rebased([title], BODY, '月通报').conflicts]).toEqual([['t', '月通报']]);
    expect(rebased([title], BODY, '通报').conflicts.size).toBe(0);
  });

  it('is none where it says what stood there', () => {
    expect(isChange(edit({ text: '共有{{tasks.total}}项。' }))).toBe(false);
    expect(isChange(edit({}))).toBe(true);
    expect(isChange(edit({ kind: 'remove', text: '共有{{tasks.total}}项。' }))).toBe(true);
  });

  it('has its figures by name, between its words', () => {
    expect(piecesOf('共有{{tasks.total}}项，{{tasks.late}}项落后')).toEqual([
      { kind: 'words', text: '共有' },
      { kind: 'figure', name: 'tasks.total' },
      { kind: 'words', text: '项，' },
      { kind: 'figure', name: 'tasks.late' },
      { kind: 'words', text: '项落后' },
    ]);
    expect(namesIn('{{a}}{{b}}')).toEqual(['a', 'b']);
  });
});

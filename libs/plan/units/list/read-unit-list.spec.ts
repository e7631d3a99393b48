import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { kindOfUnit } from './kind-of-unit.js';
import { readUnitList, type UnitList } from './read-unit-list.js';

const JURISDICTION = { code: '990301', name: '乙县', fullPrefixes: ['甲市乙县', '乙县'], shortPrefix: '县' };
const read = (...rows: string[][]): UnitList =>
  readUnitList(
    rows.map((cells, i) => ({ row: i + 1, cells })),
    JURISDICTION,
  );

describe('readUnitList', () => {
  it('finds the header below a title, and the columns in any order and by their words', () => {
    const list = read(
      ['乙县单位联络员名单', ''],
      ['联络员', '账号', '职务', '简称', '部门名称', '备注'],
      ['赵一', 'zhao', '局长', '县发改委', '县发展和改革局', ''],
    );
    expect(list).toMatchObject({
      ok: true,
      units: { units: [{ name: '县发展和改革局', kind: 'government-department', aliases: ['县发改委'] }] },
      people: [{ row: 3, name: '赵一', username: 'zhao', post: '局长' }],
    });
  });

  it('takes a head and a liaison in columns of their own, each with the account that bears their word', () => {
    const list = read(
      ['单位名称', '负责人', '联络员', '负责人账号', '联络员账号'],
      ['县财政局', '钱二', '孙三', 'qian', 'sun'],
      ['县民政局', '李四', '', 'li', ''],
    );
    expect(list.ok && list.people.map(({ username, post }) => [username, post])).toEqual([
      ['qian', '负责人'],
      ['sun', '联络员'],
      ['li', '负责人'],
    ]);
  });

  it('takes rows of one unit together, also under its full name, and gives it a code that follows from the name', () => {
    const rows = [
      ['单位', '简称'],
      ['县财政局', '财政'],
      ['甲市乙县财政局', '县财局'],
    ];
    const list = read(...rows);
    expect(list).toMatchObject({
      ok: true,
      units: { units: [{ name: '县财政局', aliases: ['财政', '县财局'] }] },
    });
    const code = list.ok ? list.units.units[0]?.code : '';
    expect(code).toMatch(/^unit-[0-9a-f]{8}$/);
    expect(read(['单位', '编号'], ['县财政局', 'finance'])).toMatchObject({
      units: { units: [{ code: 'finance' }] },
    });
    expect(read(['单位', '编号'], ['县财政局', '7'])).toMatchObject({ units: { units: [{ code }] } });
  });

  it('reads the members of groups, and says which are not in the list', () => {
    const rows = [
      ['单位', '类别', '成员'],
      ['东乡', '', ''],
      ['西乡', '', ''],
    ];
    expect(read(...rows, ['各乡镇', '单位组', '东乡、西乡'])).toMatchObject({
      units: {
        units: [{}, {}, { name: '各乡镇', group: true, members: [expect.any(String), expect.any(String)] }],
      },
    });
    expect(read(...rows, ['各乡镇', '', '东乡、南乡'])).toEqual({
      ok: false,
      problems: [{ row: 4, message: '“各乡镇”的成员“南乡”不在名单中。' }],
    });
  });

  it('says what is wrong with every row: accounts, names that two units claim, no header, no unit', () => {
    expect(
      read(
        ['单位', '姓名', '账号'],
        ['县财政局', '钱二', '钱'],
        ['县民政局', '孙三', 'sun'],
        ['县教育局', '李四', 'sun'],
      ),
    ).toMatchObject({ problems: [{ row: 2 }, { row: 4, message: '账号 sun 重复。' }] });
    expect(read(['单位', '简称'], ['县财政局', '县财局'], ['县林业局', '县财局'])).toMatchObject({
      ok: false,
      problems: [{ row: 3, message: expect.stringContaining('县财局') as unknown }],
    });
    expect(read(['任务', '期限'], ['修路', '年底'])).toMatchObject({ problems: [{ row: 0 }] });
    expect(read(['单位', '账号'])).toMatchObject({ problems: [{ row: 0, message: '名单中没有单位。' }] });
  });

  it('answers any table, and never takes an account for two people', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '单位',
        '简称',
        '联系人',
        '账号',
        '职务',
        '县财政局',
        '县民政局',
        'a.b',
        '',
        '各乡镇',
        '合计',
      ),
      fc.string({ maxLength: 8 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        const list = read(...cells);
        if (!list.ok) return expect(list.problems.length).toBeGreaterThan(0);
        const names = list.people.map(({ username }) => username);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

test.each([
  ['县人民政府', '', 'government'],
  ['县政府办公室', '', 'office'],
  ['县委宣传部', '', 'party-organ'],
  ['县纪委监委', '', 'party-organ'],
  ['县财政局', '', 'government-department'],
  ['县公安局城关分局', '', 'branch-office'],
  ['县人民法院', '', 'judicial-organ'],
  ['县妇联', '', 'mass-organisation'],
  ['县融媒体中心', '', 'public-institution'],
  ['县供电公司', '', 'utility-company'],
  ['县城投集团', '', 'state-company'],
  ['东街街道办事处', '', 'township'],
  ['各成员单位', '', 'group'],
  ['县招商局', '事业单位', 'public-institution'],
  ['县招商局', 'public-institution', 'public-institution'],
  ['县招商局', '垂直管理（派驻）单位', 'branch-office'],
  ['某某', '', 'other'],
])('%s (%s) is of the kind %s', (name, word, kind) => {
  expect(kindOfUnit(name, word)).toBe(kind);
});

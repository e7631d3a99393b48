import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, createTestDatabase, insertDistrict, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await asOwner(db.ownerUrl, async (owner) => {
    for (const id of ['990000', '990400', '990401', '990402']) await insertDistrict(owner, id);
  });
});
afterAll(() => db.drop());

const run = (...args: string[]) => runMain(db, 'jurisdiction', ...args);

describe('jurisdiction move and list', () => {
  it('makes a tree out of what was founded, and shows it', async () => {
    const moves = [
      await run('move', '990000', '--top', '--level', '省级'),
      await run('move', '990400', '--under', '990000', '--level', 'prefecture'),
      await run('move', '990401', '--under', '990400'),
      await run('move', '990402', '--under', '990000', '--despite-code', '--json'),
    ];
    expect(moves.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(moves[2]?.out).toBe('测试区990401（990401）：上级为 990400。\n');
    expect((await run('list')).out).toBe(
      [
        '990000  测试区990000（省级）',
        '  990400  测试区990400（市级）',
        '    990401  测试区990401（县区级）',
        '  990402  测试区990402（县区级）',
        '',
      ].join('\n'),
    );
    const told = await db.database.transaction({ jurisdictionId: '990401' }, (tx) =>
      tx.query(
        `select action, via, details -> 'after' as after from trail_line where action = 'jurisdictionPlaced'`,
      ),
    );
    expect(told).toEqual([
      { action: 'jurisdictionPlaced', via: 'command', after: { parentId: '990400', level: 'county' } },
    ]);
  });

  it.each([
    [['move', '990400', '--under', '990401', '--despite-code'], '上级的级别必须高于本辖区'],
    [['move', '990401', '--under', '990402', '--despite-code'], '不能挂在同级'],
    [['move', '990401', '--under', '980000', '--despite-code'], '没有代码为 980000 的辖区'],
    [['move', '990401'], '二者选一'],
    [['move', '990401', '--top', '--level', '村级'], '没有“村级”这一级别'],
  ])('%j is refused in words, and nothing is moved', async (args, words) => {
    const before = (await run('list')).out;
    const refused = await run(...args);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(words);
    expect((await run('list')).out).toBe(before);
  });
});

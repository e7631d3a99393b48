import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitIdOf } from '#accountability';
import { foundJurisdiction, insertUnits, type Scope, type Transaction } from '#persistence';
import { resolveUnitName, suggestUnits } from '#plan';
import { createTestDatabase, type TestDatabase } from '#testing';
import {
  directoryOf,
  learnAlias,
  registerUnit,
  setGroupMembers,
  succeedUnit,
  takeBackAlias,
  takeBackSuccessionOf,
} from '../index.js';

const HOME = '990201';
const OTHER = '990202';
const AT = '2024-04-12T01:00:00.000Z';
const unit = (code: string, jurisdiction = HOME): string => unitIdOf(jurisdiction, code);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  for (const jurisdictionId of [HOME, OTHER]) {
    await db.database.transaction({ jurisdictionId }, async (tx) => {
      await foundJurisdiction(tx, {
        name: '甲县',
        level: 'county',
        calendarId: 'cn',
        at: AT,
        fullPrefixes: ['丙市甲县', '甲县'],
        shortPrefix: '县',
      });
      await insertUnits(
        tx,
        [
          ['reform', '县发展和改革局', 'government-department'],
          ['farming', '县农业农村局', 'government-department'],
          ['revival', '县乡村振兴局', 'government-department'],
          ['culture', '县文化广电体育局', 'government-department'],
          ['tourism', '县旅游局', 'government-department'],
          ['east', '东乡', 'township'],
          ['west', '西乡', 'township'],
          ['towns', '各乡（镇）', 'group'],
        ].map(([code = '', name = '', kind = '']) => ({
          id: unit(code, jurisdictionId),
          code,
          name,
          kind,
          isGroup: kind === 'group',
          aliases: code === 'reform' ? ['县发改局'] : [],
          desks: code === 'reform' ? [{ code: 'it', name: '工信', aliases: ['县工信局'] }] : [],
          members: [],
        })),
      );
    });
  }
});
afterAll(() => db.drop());

const inHome = <T>(work: (tx: Transaction) => Promise<T>, scope: Partial<Scope> = {}): Promise<T> =>
  db.database.transaction({ jurisdictionId: HOME, ...scope }, work);
const resolved = (name: string, jurisdictionId = HOME, on?: string) =>
  db.database.transaction({ jurisdictionId }, async (tx) => resolveUnitName(name, await directoryOf(tx), on));
const learn = (printed: string, code: string, more: { desks?: string[] } = {}) =>
  inHome((tx) =>
    learnAlias(tx, { printed, unitId: unit(code), learnedFrom: '测试方案', by: null, at: AT, ...more }),
  );

describe('the directory of a running system', () => {
  it('knows units by names, aliases, desks and full names, out of the record alone', async () => {
    for (const name of ['县发展和改革局', '县发改局', '丙市甲县发展和改革局', '甲县发改局'])
      await expect(resolved(name)).resolves.toMatchObject({ ok: true, unit: 'reform', desks: [] });
    for (const name of ['县发改局（工信）', '县工信局'])
      await expect(resolved(name)).resolves.toMatchObject({ ok: true, unit: 'reform', desks: ['it'] });
    await expect(resolved('各乡〈镇〉')).resolves.toMatchObject({ ok: false });
    await expect(resolved('各乡(镇)')).resolves.toMatchObject({ ok: true, group: true });
  });

  it('makes do with the name of a jurisdiction whose beginnings of names were never said', async () => {
    const scope = { jurisdictionId: '990203' };
    const directory = await db.database.transaction(scope, async (tx) => {
      await foundJurisdiction(tx, { name: '丁区', level: 'county', calendarId: 'cn', at: AT });
      const row = { kind: 'other', isGroup: false, aliases: [], desks: [], members: [] };
      await insertUnits(tx, [{ id: unit('finance', '990203'), code: 'finance', name: '区财政局', ...row }]);
      return directoryOf(tx);
    });
    expect(resolveUnitName('丁区财政局', directory)).toMatchObject({ ok: true, unit: 'finance' });
  });

  it('is an error where the jurisdiction is not in the record', async () => {
    const read = db.database.transaction({ jurisdictionId: '000000' }, (tx) => directoryOf(tx));
    await expect(read).rejects.toThrow('000000');
  });
});

describe('a learned alias', () => {
  it('is known from then on, in this jurisdiction only, and in any of its writings', async () => {
    await expect(resolved('甲县经济发展局')).resolves.toMatchObject({ ok: false, code: 'UNIT_UNKNOWN' });
    await expect(learn('县经济发展局', 'reform')).resolves.toEqual({ ok: true, value: { learned: true } });
    await expect(resolved('甲县 经济发展局')).resolves.toMatchObject({ ok: true, unit: 'reform' });
    await expect(resolved('县经济发展局', OTHER)).resolves.toMatchObject({ ok: false });
    const rows = await inHome((tx) => tx.query('select printed, learned_from, learned_by from unit_alias'));
    expect(rows).toEqual([{ printed: '县经济发展局', learned_from: '测试方案', learned_by: null }]);
  });

  it('may mean a desk', async () => {
    await learn('县数字经济局', 'reform', { desks: ['it'] });
    await expect(resolved('县数字经济局')).resolves.toMatchObject({ unit: 'reform', desks: ['it'] });
    await expect(learn('县航天局', 'reform', { desks: ['space'] })).resolves.toMatchObject({
      ok: false,
      rejection: { code: 'UnitUnknown' },
    });
  });

  it('is refused where another unit goes by that name, and said twice changes nothing', async () => {
    await expect(learn('县农业农村局', 'reform')).resolves.toMatchObject({
      ok: false,
      rejection: {
        code: 'UnitNameClaimed',
        message: expect.stringContaining('县农业农村局') as unknown as string,
      },
    });
    await expect(learn('甲县经济发展局', 'farming')).resolves.toMatchObject({
      rejection: { code: 'UnitNameClaimed', detail: { unit: '县发展和改革局' } },
    });
    await expect(learn('县工信局', 'reform')).resolves.toMatchObject({
      rejection: { code: 'UnitNameClaimed' },
    });
    await expect(learn('县发改局(工信)', 'farming')).resolves.toMatchObject({
      rejection: { code: 'UnitNameClaimed' },
    });
    await expect(learn('县经济发展局', 'reform')).resolves.toEqual({ ok: true, value: { learned: false } });
  });

  it('is claimed once, also by two persons at the same moment', async () => {
    const answers = await Promise.all([learn('县农办', 'farming'), learn('县农办', 'revival')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('can be taken back, and learned anew for another unit; both stay on record', async () => {
    const at = '2024-05-01T01:00:00.000Z';
    const back = () => inHome((tx) => takeBackAlias(tx, { printed: '县经济发展局', by: null, at }));
    await expect(back()).resolves.toMatchObject({ ok: true });
    await expect(resolved('县经济发展局')).resolves.toMatchObject({ ok: false });
    await expect(back()).resolves.toMatchObject({ rejection: { code: 'UnitAliasUnknown' } });
    await expect(learn('县经济发展局', 'farming')).resolves.toMatchObject({ ok: true });
    await expect(resolved('县经济发展局')).resolves.toMatchObject({ unit: 'farming' });
    const rows = await inHome((tx) =>
      tx.query(`select taken_back_at from unit_alias where printed = '县经济发展局' order by taken_back_at`),
    );
    expect(rows).toEqual([{ taken_back_at: at }, { taken_back_at: null }]);
  });

  it('is not for a transaction bound to a unit to write', async () => {
    const alias = { printed: '县某局', unitId: unit('farming'), learnedFrom: 'x', by: null, at: AT };
    const write = inHome((tx) => learnAlias(tx, alias), { unitId: unit('farming') });
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

describe('a registered unit', () => {
  const register = (name: string, kind: string, more: object = {}) =>
    inHome((tx) => registerUnit(tx, { name, kind, by: null, at: AT, ...more }));

  it('is in the directory from then on, under a code that follows from its name', async () => {
    const first = await register('县低空经济办', 'office', { aliases: ['县低空办'] });
    expect(first).toMatchObject({ ok: true, value: { name: '县低空经济办' } });
    await expect(resolved('甲县低空办')).resolves.toMatchObject({ ok: true, name: '县低空经济办' });
    await expect(resolved('县低空经济办', OTHER)).resolves.toMatchObject({ ok: false });
    if (!first.ok) throw new Error('refused');
    expect(first.value.code).toMatch(/^unit-[0-9a-f]{8}$/);
    expect(first.value.unitId).toBe(unit(first.value.code));
    const changes = await inHome((tx) => tx.query(`select kind, after->>'name' as name from unit_change`));
    expect(changes).toEqual([{ kind: 'registered', name: '县低空经济办' }]);
  });

  it('is refused where a unit goes by that name, in whatever writing, or the kind is none', async () => {
    for (const name of ['县发改局', '甲县发展和改革局', '县 农业农村局'])
      await expect(register(name, 'other')).resolves.toMatchObject({ rejection: { code: 'UnitExists' } });
    await expect(register('县新局', 'other', { aliases: ['县发改局'] })).resolves.toMatchObject({
      rejection: { code: 'UnitNameClaimed' },
    });
    await expect(register('县新局', 'bureau')).resolves.toMatchObject({
      rejection: { code: 'InputInvalid' },
    });
    await expect(resolved('县新局')).resolves.toMatchObject({ ok: false });
  });
});

describe('a unit that has a successor', () => {
  const succeed = (from: string, to: string[], kind: 'rename' | 'merge' | 'split', day = '2024-11-01') =>
    inHome((tx) =>
      succeedUnit(tx, {
        predecessorId: unit(from),
        successorIds: to.map((code) => unit(code)),
        kind,
        from: day,
        reason: '机构改革',
        by: null,
        at: AT,
      }),
    );

  it('leads to it from the day on, with a note, and is itself before; its row stays', async () => {
    await expect(succeed('revival', ['farming'], 'merge')).resolves.toMatchObject({
      ok: true,
      value: { note: '“县乡村振兴局”自2024-11-01起并入县农业农村局' },
    });
    await expect(resolved('县乡村振兴局', HOME, '2024-10-31')).resolves.toMatchObject({
      unit: 'revival',
      note: null,
    });
    await expect(resolved('县乡村振兴局', HOME, '2024-11-01')).resolves.toMatchObject({
      unit: 'farming',
      note: '“县乡村振兴局”自2024-11-01起并入县农业农村局',
    });
    await expect(resolved('县乡村振兴局', OTHER)).resolves.toMatchObject({ unit: 'revival' });
    const found = await inHome(async (tx) => suggestUnits('县乡村振兴中心', await directoryOf(tx), 3));
    expect(found[0]).toMatchObject({ unit: 'farming' });
    expect(found.map(({ unit: code }) => code)).not.toContain('revival');
  });

  it('is refused twice, in a circle, and with a number of successors that its kind does not have', async () => {
    for (const answer of [
      await succeed('revival', ['reform'], 'merge'),
      await succeed('farming', ['revival'], 'rename'),
      await succeed('reform', ['reform'], 'rename'),
      await succeed('reform', ['tourism'], 'split'),
      await succeed('reform', ['tourism', 'culture'], 'merge'),
      await succeed('towns', ['tourism'], 'rename'),
    ])
      expect(answer).toMatchObject({ ok: false, rejection: { code: 'UnitSuccessionInvalid' } });
    await expect(succeed('nowhere', ['reform'], 'rename')).resolves.toMatchObject({
      rejection: { code: 'UnitUnknown' },
    });
  });

  it('that was split asks a person which of them is meant', async () => {
    await succeed('culture', ['reform', 'tourism'], 'split');
    await expect(resolved('县文化广电体育局')).resolves.toMatchObject({
      ok: false,
      code: 'UNIT_SPLIT',
      candidates: ['reform', 'tourism'],
      message: '“县文化广电体育局”自2024-11-01起拆分为县发展和改革局、县旅游局，请指定由哪个单位承担。',
    });
    const back = () =>
      inHome((tx) => takeBackSuccessionOf(tx, { predecessorId: unit('culture'), by: null, at: AT }));
    await expect(back()).resolves.toEqual({ ok: true, value: { takenBack: 2 } });
    await expect(resolved('县文化广电体育局')).resolves.toMatchObject({ ok: true, unit: 'culture' });
    await expect(back()).resolves.toMatchObject({ rejection: { code: 'UnitSuccessionInvalid' } });
    await expect(succeed('culture', ['reform', 'tourism'], 'split')).resolves.toMatchObject({ ok: true });
  });
});

describe('the members of a group', () => {
  const set = (group: string, members: string[]) =>
    inHome((tx) =>
      setGroupMembers(tx, {
        groupId: unit(group),
        memberIds: members.map((code) => unit(code)),
        by: null,
        at: AT,
      }),
    );

  it('are those that a person named last; what stood there before is on record', async () => {
    await set('towns', ['east']);
    await expect(set('towns', ['east', 'west', 'east'])).resolves.toEqual({
      ok: true,
      value: { members: 2 },
    });
    const directory = await inHome((tx) => directoryOf(tx));
    expect(directory.units.get('towns')?.members).toEqual(['east', 'west']);
    const changes = await inHome((tx) =>
      tx.query(
        `select before, after from unit_change where kind = 'membersSet' order by jsonb_array_length(after)`,
      ),
    );
    expect(changes).toEqual([
      { before: [], after: ['east'] },
      { before: ['east'], after: ['east', 'west'] },
    ]);
  });

  it('are single units of the record, and only a group has them', async () => {
    await expect(set('towns', ['nowhere'])).resolves.toMatchObject({ rejection: { code: 'UnitUnknown' } });
    await expect(set('towns', ['towns'])).resolves.toMatchObject({ rejection: { code: 'UnitIsNoGroup' } });
    await expect(set('reform', ['east'])).resolves.toMatchObject({ rejection: { code: 'UnitIsNoGroup' } });
  });
});

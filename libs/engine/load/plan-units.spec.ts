import { describe, expect, it } from '@jest/globals';
import { unitDirectory, type PlanBodies, type UnitSeed } from '#plan';
import { unitsOf } from './plan-units.js';

const unit = (
  code: string,
  name: string,
  more: Partial<UnitSeed['units'][number]> = {},
): UnitSeed['units'][number] => ({
  code,
  name,
  kind: 'other',
  aliases: [],
  desks: [],
  group: false,
  functions: [],
  ...more,
});
const group = (code: string, name: string, members?: string[]) =>
  unit(code, name, { kind: 'group', group: true, ...(members ? { members } : {}) });
const directory = unitDirectory({
  schema: 'luoshi.units/1',
  jurisdiction: { code: '990701', name: '甲县', fullPrefixes: ['甲县'], shortPrefix: '县' },
  units: [
    unit('reform', '县发展和改革局', { desks: [{ code: 'it', name: '工信', aliases: [] }] }),
    unit('farming', '县农业农村局', {
      predecessors: [{ name: '县乡村振兴局', kind: 'merge', from: '2024-11-01', reason: '' }],
    }),
    unit('east', '东乡'),
    unit('west', '西乡'),
    group('towns', '各乡镇', ['east', 'west']),
    group('members', '各成员单位'),
    group('concerned', '有关单位'),
  ],
});
const names = (...printed: string[]) => printed.map((one) => ({ printed: one, canonical: one }));
const bodies: PlanBodies = { headquarters: [], taskForce: ['县发改委', '县农业农村局'] };

describe('unitsOf', () => {
  it('spells out a group that leads by the members of the record, and keeps one that supports as one name', () => {
    const leads = unitsOf(names('县农业农村局', '各乡镇'), directory, { spellOut: true }).resolved;
    expect(leads.map(({ code, printed }) => [code, printed])).toEqual([
      ['farming', '县农业农村局'],
      ['east', '各乡镇'],
      ['west', '各乡镇'],
    ]);
    expect(unitsOf(names('各乡镇'), directory, { spellOut: false }).resolved).toEqual([
      { code: 'towns', desk: '', printed: '各乡镇' },
    ]);
  });

  it('spells out 各成员单位 by the plan, where every member is known; else it leads nothing', () => {
    const codes = (one: PlanBodies) =>
      unitsOf(names('各成员单位'), directory, { spellOut: true, bodies: one }).resolved.map(
        ({ code }) => code,
      );
    expect(codes({ headquarters: ['县发展和改革局〈工信〉', '东乡'], taskForce: [] })).toEqual([
      'reform',
      'east',
    ]);
    expect(codes(bodies)).toEqual([]);
    expect(unitsOf(names('有关单位'), directory, { spellOut: true, bodies })).toEqual({
      resolved: [],
      unresolved: [],
    });
  });

  it('asks who answers on the day', () => {
    const on = (day: string) =>
      unitsOf(names('县乡村振兴局'), directory, { spellOut: true, on: day }).resolved;
    expect(on('2024-10-31')).toMatchObject([{ code: 'farming-former-1' }]);
    expect(on('2024-11-01')).toMatchObject([{ code: 'farming', printed: '县乡村振兴局' }]);
  });

  it('names what nobody answers to, with what to do about it', () => {
    expect(
      unitsOf(names('县航天局', '县发展和改革局（航天）'), directory, { spellOut: true }).unresolved,
    ).toEqual([
      { printed: '县航天局', message: expect.stringContaining('县航天局') as unknown },
      { printed: '县发展和改革局（航天）', message: expect.stringContaining('航天') as unknown },
    ]);
  });
});

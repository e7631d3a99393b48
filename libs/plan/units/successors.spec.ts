import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupMembers } from './group-members.js';
import { resolveUnitName } from './resolve-unit-name.js';
import { successorsOf } from './successors.js';
import { directoryWith, seedWith } from './testing/directory-with.js';
import { unitDirectory, type UnitSuccession } from './unit-directory.js';

const was = (name: string, from: string, kind: 'rename' | 'merge' | 'split' = 'merge') => ({
  name,
  kind,
  from,
  reason: '',
});

describe('predecessors of a unit file', () => {
  const directory = directoryWith([
    {
      name: '县文旅局',
      predecessors: [was('县旅游局', '2019-03-01'), was('县文广体局', '2019-03-01', 'split')],
    },
    { name: '县体育中心', predecessors: [was('县文广体局', '2019-03-01', 'split')] },
    { name: '县农业农村局', predecessors: [was('县乡村振兴局', '2024-11-01')] },
    { name: '县乡村振兴局', predecessors: [was('县扶贫办', '2021-06-01', 'rename')] },
  ]);

  it('lead to the unit from their day on, and are units of their own before it', () => {
    expect(resolveUnitName('乙县旅游局', directory, '2024-01-01')).toMatchObject({
      ok: true,
      unit: 'u1',
      note: '“县旅游局”自2019-03-01起并入县文旅局',
    });
    expect(resolveUnitName('县旅游局', directory, '2019-02-28')).toMatchObject({
      unit: 'u1-former-1',
      name: '县旅游局',
      note: null,
    });
  });

  it('are followed over several changes, as far as the day', () => {
    expect(resolveUnitName('县扶贫办', directory, '2022-01-01')).toMatchObject({ unit: 'u4' });
    expect(resolveUnitName('县扶贫办', directory, '2024-11-01')).toMatchObject({
      unit: 'u3',
      note: '“县扶贫办”自2021-06-01起更名为县乡村振兴局；“县乡村振兴局”自2024-11-01起并入县农业农村局',
    });
    expect(resolveUnitName('县扶贫办', directory)).toMatchObject({ unit: 'u3' });
  });

  it('that were split over units are left to a person', () => {
    expect(resolveUnitName('县文广体局', directory)).toMatchObject({
      ok: false,
      code: 'UNIT_SPLIT',
      candidates: ['u1', 'u2'],
    });
  });

  it('never keep a resolution from ending, whatever the record says', () => {
    const codes = ['u1', 'u2', 'u3', 'u4', 'u5'];
    const succession = fc.record({
      predecessor: fc.constantFrom(...codes),
      successor: fc.constantFrom(...codes),
      kind: fc.constantFrom('rename' as const, 'merge' as const, 'split' as const),
      from: fc.constantFrom('2020-01-01', '2021-01-01'),
      reason: fc.constant(''),
    });
    fc.assert(
      fc.property(fc.array(succession, { maxLength: 12 }), (recorded: UnitSuccession[]) => {
        const any = unitDirectory(seedWith(['县甲局', '县乙局', '县丙局', '县丁局', '县戊局']), [], recorded);
        for (const code of codes) {
          const { units, note } = successorsOf(code, any, '2020-06-01');
          expect(units.length).toBeGreaterThan(0);
          const own = recorded.some(({ predecessor, from }) => predecessor === code && from <= '2020-06-01');
          expect(note !== null).toBe(own);
        }
      }),
    );
  });
});

describe('groupMembers', () => {
  const directory = directoryWith([
    { name: '东乡' },
    { name: '西乡' },
    { name: '新镇', predecessors: [was('西乡', '2024-06-01')] },
    { name: '各乡镇', group: true, kind: 'group', members: ['u1', 'u2'] },
    { name: '各成员单位', group: true, kind: 'group' },
    { name: '县安委会成员单位', group: true, kind: 'group' },
    { name: '各专班成员单位', group: true, kind: 'group' },
  ]);
  const bodies = { headquarters: ['东乡', '新镇'], taskForce: ['新镇'] };

  it('are those of the record, as they answer on the day', () => {
    expect(groupMembers('u4', directory, undefined, '2024-05-31')).toEqual(['u1', 'u2']);
    expect(groupMembers('u4', directory, undefined, '2024-06-01')).toEqual(['u1', 'u3']);
    expect(groupMembers('u1', directory)).toEqual([]);
  });

  it('of a group of the plan are the members of its headquarters, or of the task force', () => {
    expect(groupMembers('u5', directory, bodies)).toEqual(['u1', 'u3']);
    expect(groupMembers('u7', directory, bodies)).toEqual(['u3']);
    expect(groupMembers('u5', directory, { ...bodies, headquarters: [] })).toEqual(['u3']);
    expect(groupMembers('u5', directory)).toEqual([]);
  });

  it('of another body are not taken from the plan, nor from a list that holds a name nobody knows', () => {
    expect(groupMembers('u6', directory, bodies)).toEqual([]);
    expect(groupMembers('u5', directory, { ...bodies, headquarters: ['东乡', '县航天局'] })).toEqual([]);
  });
});

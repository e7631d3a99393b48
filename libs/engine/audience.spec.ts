import type { Policy, Role, SubjectScope } from '#accountability';
import type { RoleHolder } from '#persistence';
import { resolveAudience } from './audience.js';

const LINE: SubjectScope = { jurisdictionId: '430811', planCode: 'p1', actionCode: null, unitIds: ['u1'] };

const holder = (
  personId: string,
  role: Role,
  scopeKind: RoleHolder['scopeKind'],
  scopeId: string,
): RoleHolder => ({ personId, unitId: `unit of ${personId}`, role, scopeKind, scopeId });

const HOLDERS: RoleHolder[] = [
  holder('li', 'liaison', 'unit', 'u1'),
  holder('wang', 'liaison', 'unit', 'u2'),
  holder('head', 'leadUnitHead', 'unit', 'u1'),
  holder('force1', 'taskForceOffice', 'action', 'p1/A1'),
  holder('force2', 'taskForceOffice', 'action', 'p1/A2'),
  holder('du', 'supervisor', 'plan', 'p1'),
  holder('du of p2', 'supervisor', 'plan', 'p2'),
  holder('deputy', 'deputyCommander', 'plan', 'p1'),
];
const STAND_INS: Policy['standIns'] = {
  liaison: ['leadUnitHead', 'supervisor'],
  taskForceConvener: ['commander', 'deputyCommander'],
  commander: ['deputyCommander'],
  assessor: ['auditor'],
};

const resolve = (
  audience: Role[],
  options: { unitId?: string; scope?: SubjectScope; actions?: string[]; holders?: RoleHolder[] } = {},
) =>
  resolveAudience(
    options.holders ?? HOLDERS,
    { audience, unitId: options.unitId ?? 'u1' },
    options.scope ?? LINE,
    options.actions ?? [],
    STAND_INS,
  );
const people = (...args: Parameters<typeof resolve>): string[] =>
  resolve(...args).recipients.map(({ personId }) => personId);

describe('the audience of a message', () => {
  it('is who holds the role for the unit, and nobody of another unit', () => {
    expect(resolve(['liaison'])).toEqual({
      recipients: [{ personId: 'li', unitId: 'unit of li' }],
      vacancies: [],
    });
    expect(people(['liaison'], { unitId: 'u2' })).toEqual(['wang']);
  });

  it('is the unit that the message names, not every unit of a task that several lead', () => {
    const shared = { ...LINE, actionCode: 'A1', unitIds: ['u1', 'u2'] };
    expect(people(['liaison'], { scope: shared, unitId: 'u2' })).toEqual(['wang']);
  });

  it('is the office of the plan, and none of another plan', () => {
    expect(people(['supervisor'])).toEqual(['du']);
  });

  it('of an action is that of the task’s own action', () => {
    expect(people(['taskForceOffice'], { scope: { ...LINE, actionCode: 'A2' } })).toEqual(['force2']);
  });

  it('of a unit’s line is that of every action it is about', () => {
    expect(people(['taskForceOffice'], { actions: ['A1', 'A2'] })).toEqual(['force1', 'force2']);
    expect(people(['taskForceOffice'], { actions: ['A1'] })).toEqual(['force1']);
  });

  it('goes by the task’s own action, whatever actions are named beside it', () => {
    const scope = { ...LINE, actionCode: 'A2' };
    expect(people(['taskForceOffice'], { scope, actions: ['A1'] })).toEqual(['force2']);
  });

  it('keeps the order of its roles', () => {
    expect(people(['supervisor', 'leadUnitHead', 'liaison'])).toEqual(['du', 'head', 'li']);
  });

  it('names nobody twice who holds two of its roles', () => {
    const holders = [...HOLDERS, holder('li', 'leadUnitHead', 'unit', 'u1')];
    expect(people(['liaison', 'leadUnitHead'], { holders })).toEqual(['li', 'head']);
  });

  it('is everybody who holds the role', () => {
    const holders = [...HOLDERS, holder('zhou', 'liaison', 'unit', 'u1')];
    expect(people(['liaison'], { holders })).toEqual(['li', 'zhou']);
  });
});

describe('a desk that nobody holds', () => {
  it('goes to the first who can stand in, and is reported', () => {
    expect(resolve(['liaison'], { unitId: 'u3' })).toEqual({
      recipients: [{ personId: 'du', unitId: 'unit of du' }],
      vacancies: [{ role: 'liaison', standIn: 'supervisor' }],
    });
  });

  it('goes to the next in order when the first of them is vacant too', () => {
    expect(resolve(['taskForceConvener'], { actions: ['A1'] })).toMatchObject({
      recipients: [{ personId: 'deputy' }],
      vacancies: [{ role: 'taskForceConvener', standIn: 'deputyCommander' }],
    });
  });

  it('is vacant for its own action, though the same desk of another action is held', () => {
    const holders = [...HOLDERS, holder('convener1', 'taskForceConvener', 'action', 'p1/A1')];
    expect(resolve(['taskForceConvener'], { actions: ['A1', 'A3'], holders })).toMatchObject({
      recipients: [{ personId: 'convener1' }, { personId: 'deputy' }],
      vacancies: [{ role: 'taskForceConvener', standIn: 'deputyCommander' }],
    });
  });

  it('is reported also where nobody can stand in', () => {
    expect(resolve(['assessor'])).toEqual({
      recipients: [],
      vacancies: [{ role: 'assessor', standIn: null }],
    });
    expect(resolve(['administrator'])).toEqual({
      recipients: [],
      vacancies: [{ role: 'administrator', standIn: null }],
    });
  });

  it('does not send the message a second time to one who is addressed anyway', () => {
    expect(people(['liaison', 'supervisor'], { unitId: 'u3' })).toEqual(['du']);
  });
});

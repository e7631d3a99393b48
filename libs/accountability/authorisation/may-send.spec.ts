import { ENGINE_ACTOR, ROLES, type Actor, type Role, type RoleInScope } from '../role.js';
import type { SubjectKind } from '../subject.js';
import { actingUnit, maySend, reaches, type SubjectScope } from './may-send.js';
import { PERMITTED, permittedRoles } from './permissions.js';

const SCOPE: SubjectScope = {
  jurisdictionId: '430811',
  planCode: 'p1',
  actionCode: 'A1',
  unitIds: ['u1', 'u2'],
};
/** What is no single action's, such as a unit's reporting line. */
const LINE: SubjectScope = { ...SCOPE, actionCode: null, unitIds: ['u1'] };

const held = (role: Role, scopeKind: RoleInScope['scopeKind'], scopeId: string): RoleInScope => ({
  role,
  scopeKind,
  scopeId,
});
const person = (...roles: RoleInScope[]): Actor => ({ personId: 'p', unitId: 'u', roles });

/** Each role in a scope that reaches the subject. */
const WHERE: Record<Role, RoleInScope> = {
  commander: held('commander', 'plan', 'p1'),
  deputyCommander: held('deputyCommander', 'plan', 'p1'),
  headquartersOffice: held('headquartersOffice', 'plan', 'p1'),
  taskForceConvener: held('taskForceConvener', 'action', 'p1/A1'),
  taskForceOffice: held('taskForceOffice', 'action', 'p1/A1'),
  leadUnitHead: held('leadUnitHead', 'unit', 'u1'),
  liaison: held('liaison', 'unit', 'u1'),
  supportUnitLiaison: held('supportUnitLiaison', 'unit', 'u1'),
  supervisor: held('supervisor', 'plan', 'p1'),
  assessor: held('assessor', 'plan', 'p1'),
  auditor: held('auditor', 'jurisdiction', '430811'),
  administrator: held('administrator', 'jurisdiction', '430811'),
  securityAdministrator: held('securityAdministrator', 'jurisdiction', '430811'),
  auditAdministrator: held('auditAdministrator', 'jurisdiction', '430811'),
};

// prettier-ignore
const WHO_SENDS: Record<SubjectKind, Record<string, Role[]>> = {
  task: {
    CONFIRMED:          ['headquartersOffice'],
    LEAD_ASSIGNED:      ['headquartersOffice'],
    DISPATCHED:         ['headquartersOffice'],
    SIGNED:             ['leadUnitHead', 'liaison'],
    SIGNING_OVERDUE:    [],
    DISPUTED:           ['leadUnitHead', 'liaison'],
    DISPUTE_OVERDUE:    [],
    DISPUTE_RESOLVED:   ['headquartersOffice'],
    PROGRESS_REPORTED:  [],
    DEADLINE_PASSED:    [],
    EXTENDED:           ['headquartersOffice'],
    CLOSURE_REQUESTED:  ['leadUnitHead', 'liaison'],
    GATE_PASSED:        ['headquartersOffice', 'taskForceOffice', 'supervisor'],
    GATE_OVERDUE:       [],
    CLOSURE_RETURNED:   ['headquartersOffice', 'taskForceOffice', 'supervisor'],
    SUSPENDED:          ['headquartersOffice'],
    SUSPENSION_EXPIRED: [],
    RESUMED:            ['headquartersOffice'],
    WITHDRAWN:          ['headquartersOffice'],
    REOPENED:           ['supervisor'],
    AMENDED:            ['headquartersOffice'],
    REPORT_MISSED:      [],
    LEAD_CHANGED:       ['headquartersOffice'],
    HANDED_OVER:        ['leadUnitHead', 'liaison'],
    TAKEN_OVER:         ['leadUnitHead', 'liaison'],
    HANDOVER_OVERDUE:   [],
    HANDOVER_DECREED:   ['headquartersOffice'],
    UNIT_SUCCEEDED:     ['headquartersOffice', 'administrator'],
    SPLIT:              ['headquartersOffice'],
    MERGED:             ['headquartersOffice'],
    CADENCES_CHANGED:   ['headquartersOffice'],
    CARRIED_OVER:       ['headquartersOffice'],
    CLOSED_WITH_YEAR:   ['headquartersOffice'],
    BLOCKED:            ['leadUnitHead', 'liaison'],
    BLOCKAGE_ACCEPTED:  ['headquartersOffice', 'leadUnitHead', 'liaison', 'supervisor'],
    BLOCKAGE_CONTESTED: ['leadUnitHead', 'liaison'],
    BLOCKAGE_REJECTED:  ['headquartersOffice', 'supervisor'],
    BLOCKAGE_OVERDUE:   [],
    AWAITED_OVERDUE:    [],
    UNBLOCKED:          ['headquartersOffice', 'leadUnitHead', 'liaison', 'supervisor'],
    RUNG_DUE:           [],
    NOTICE_AGREED:      ['commander', 'deputyCommander'],
    NOTICE_ISSUED:      ['supervisor'],
    ISSUE_OVERDUE:      [],
    HELD:               ['supervisor'],
    HOLD_EXPIRED:       [],
    LIFTED:             ['commander', 'supervisor'],
    SKIPPED:            ['supervisor'],
    CARD_ANSWERED:      ['leadUnitHead', 'liaison'],
    CARD_ANSWER_OVERDUE: [],
    APPEALED:           ['leadUnitHead', 'liaison'],
    APPEAL_UPHELD:      ['commander', 'supervisor'],
    APPEAL_REJECTED:    ['commander', 'supervisor'],
    APPEAL_OVERDUE:     [],
    FIRST_REPORT_OVERDUE: [],
    IMPORTANCE_SET: ['headquartersOffice', 'supervisor'],
    POLICY_ADOPTED: [],
    VERIFICATION_ORDERED: ['supervisor'],
    VERIFICATION_FOUND: ['supervisor'],
    VERIFICATION_OVERDUE: [],
    FIGURE_CORRECTED: ['leadUnitHead', 'liaison'],
    CORRECTION_OVERDUE: [],
  },
  obligation: {
    WINDOW_OPENED:      [],
    REPORT_FILED:       ['leadUnitHead', 'liaison'],
    // Of these whoever the duty names: see the stories of duties.
    DUTY_FULFILLED:     ['taskForceOffice', 'taskForceConvener', 'headquartersOffice', 'assessor', 'supervisor', 'supportUnitLiaison', 'liaison', 'leadUnitHead'],
    REPORT_ACCEPTED:    ['taskForceOffice', 'taskForceConvener', 'headquartersOffice', 'deputyCommander', 'commander', 'supervisor', 'liaison', 'leadUnitHead'],
    REPORT_RETURNED:    ['taskForceOffice', 'taskForceConvener', 'headquartersOffice', 'deputyCommander', 'commander', 'supervisor', 'liaison', 'leadUnitHead'],
    REFILING_OVERDUE:   [],
    COVERED:            [],
    NEXT_PERIOD_DUE:    [],
    EXCUSED:            [],
    CALENDAR_CHANGED:   [],
    REPORT_REQUESTED:   ['headquartersOffice', 'supervisor'],
    REMINDER_DUE:       [],
    REQUEST_DUE:        [],
    REQUEST_EXPIRED:    [],
  },
  reportingLine: {
    TASK_JOINED:        [],
    TASK_LEFT:          [],
    RHYTHMS_CHANGED:    [],
    FINER_REPORT_FILED: [],
    ITEM_JOINED:        [],
    ITEM_LEFT:          [],
    ITEM_FULFILLED:     [],
    SITTING_OPENED:     [],
    REMINDER_DUE:       [],
    SITTING_DUE:        [],
    SITTING_FILED:      ['leadUnitHead', 'liaison'],
    CALENDAR_CHANGED:   [],
    SITTING_DUE_AGAIN:  [],
    RUNG_DUE:           [],
    ISSUE_OVERDUE:      [],
    NOTICE_AGREED:      ['commander', 'deputyCommander'],
    NOTICE_ISSUED:      ['supervisor'],
    HELD:               ['supervisor'],
    HOLD_EXPIRED:       [],
    LIFTED:             ['commander', 'supervisor'],
    SKIPPED:            ['supervisor'],
    CARD_ANSWERED:      ['leadUnitHead', 'liaison'],
    CARD_ANSWER_OVERDUE: [],
    APPEALED:           ['leadUnitHead', 'liaison'],
    APPEAL_UPHELD:      ['commander', 'supervisor'],
    APPEAL_REJECTED:    ['commander', 'supervisor'],
    POLICY_ADOPTED:     [],
    APPEAL_OVERDUE:     [],
  },
};
const events = Object.entries(WHO_SENDS).flatMap(([kind, table]) =>
  Object.entries(table).map(([type, roles]) => [kind as SubjectKind, type, roles] as const),
);

describe('who may send what', () => {
  it.each(events)('%s %s: %j', (kind, type, roles) => {
    const scope = kind === 'reportingLine' ? LINE : SCOPE;
    const may = ROLES.filter((role) => maySend(person(WHERE[role]), kind, type, scope));
    expect(may.sort()).toEqual([...roles].sort());
  });

  it('is said here of every event there is', () => {
    for (const kind of ['task', 'obligation', 'reportingLine'] as const)
      expect(Object.keys(WHO_SENDS[kind]).sort()).toEqual(Object.keys(PERMITTED[kind]).sort());
  });

  it('is nobody for an event that there is none of', () => {
    expect(permittedRoles('task', 'ABOLISHED')).toEqual([]);
    expect(maySend(person(...Object.values(WHERE)), 'task', 'ABOLISHED', SCOPE)).toBe(false);
  });

  it('is nobody without a role, and the engine always', () => {
    expect(maySend(person(), 'task', 'SIGNED', SCOPE)).toBe(false);
    expect(maySend(ENGINE_ACTOR, 'task', 'SIGNING_OVERDUE', SCOPE)).toBe(true);
  });

  it('is whoever holds one of the roles among several', () => {
    const both = person(held('auditor', 'jurisdiction', '430811'), held('liaison', 'unit', 'u2'));
    expect(maySend(both, 'task', 'SIGNED', SCOPE)).toBe(true);
  });

  it('takes a role and its reach from one and the same holding', () => {
    const elsewhere = person(held('liaison', 'unit', 'u9'), held('assessor', 'plan', 'p1'));
    expect(maySend(elsewhere, 'task', 'SIGNED', SCOPE)).toBe(false);
  });
});

describe('the reach of a role', () => {
  it.each([
    ['a lead unit’s liaison', held('liaison', 'unit', 'u1'), true],
    ['the other lead unit’s liaison', held('liaison', 'unit', 'u2'), true],
    ['another unit’s liaison', held('liaison', 'unit', 'u9'), false],
    ['a unit’s role held for a plan', held('liaison', 'plan', 'p1'), false],
    ['a unit’s role held for the jurisdiction', held('leadUnitHead', 'jurisdiction', '430811'), false],
    ['the office of the plan', held('headquartersOffice', 'plan', 'p1'), true],
    ['the office of another plan', held('headquartersOffice', 'plan', 'p2'), false],
    ['the office of the action', held('taskForceOffice', 'action', 'p1/A1'), true],
    ['the office of another action', held('taskForceOffice', 'action', 'p1/A2'), false],
    ['the office of that action in another plan', held('taskForceOffice', 'action', 'p2/A1'), false],
    ['an office of the jurisdiction', held('supervisor', 'jurisdiction', '430811'), true],
    ['an office of another jurisdiction', held('supervisor', 'jurisdiction', '430802'), false],
    ['an office held for a lead unit', held('supervisor', 'unit', 'u2'), true],
    ['an office held for another unit', held('supervisor', 'unit', 'u9'), false],
  ])('of %s reaches a task: %s', (_, role, reached) => {
    expect(reaches(role, SCOPE)).toBe(reached);
  });

  it.each([
    ['its own liaison', held('liaison', 'unit', 'u1'), true],
    ['the liaison of another unit', held('liaison', 'unit', 'u2'), false],
    ['the plan’s supervisor', held('supervisor', 'plan', 'p1'), true],
    ['an action’s office: a line is no action’s', held('taskForceOffice', 'action', 'p1/A1'), false],
    ['an action called null', held('taskForceOffice', 'action', 'p1/null'), false],
  ])('of %s reaches a reporting line: %s', (_, role, reached) => {
    expect(reaches(role, LINE)).toBe(reached);
  });
});

describe('the unit that a person acts for', () => {
  it('is the one they hold a unit’s role for, among those of the subject', () => {
    const actor = person(held('liaison', 'unit', 'u9'), held('leadUnitHead', 'unit', 'u2'));
    expect(actingUnit(actor, SCOPE)).toBe('u2');
  });

  it('is none for an office, nor for a unit that has no part in it', () => {
    expect(actingUnit(person(held('supervisor', 'unit', 'u1')), SCOPE)).toBeNull();
    expect(actingUnit(person(held('liaison', 'unit', 'u9')), SCOPE)).toBeNull();
    expect(actingUnit(ENGINE_ACTOR, SCOPE)).toBeNull();
  });
});

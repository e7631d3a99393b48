import { ROLE_LABELS, ROLES, type Role } from '../role.js';
import type { SubjectKind } from '../subject.js';
import type { Whose } from './metadata.js';
import { PERMISSIONS, type Permission } from './permission-table.js';
import { ASKERS } from '../duty/askers.js';
import { SIGN_OFF } from './sign-off.js';
import { TASK_CREATORS } from './task-creators.js';

const KIND_NAMES: Record<SubjectKind, string> = {
  task: 'A task (任务)',
  obligation: 'A report owed (应报事项)',
  reportingLine: 'A unit’s reporting line (报告线)',
};

const WHOSE: Record<Whose, string> = {
  lead: '',
  awaited: 'of the unit that is waited for',
  handingOver: 'of the unit that hands over',
  takingOver: 'of the unit that takes over',
  carded: 'of the unit that has the card',
};

/**
 * The page docs/authorisation.md: role × state × event, read off the statecharts. Roles that are held for a unit mean
 * the lead unit (or the unit that owes), unless it says otherwise.
 */
export function authorisationPage(): string {
  const kinds = ['task', 'obligation', 'reportingLine'] as const;
  return [
    '# Who may do what',
    '',
    'Read off the statecharts; do not edit. `npm run docs:authorisation` writes this page anew, and a test compares it. Which',
    'roles may bring about which event stands at each transition (`meta`), so there is no second list to go out of step with',
    'the charts: the API, the buttons of the pages and this page ask the same table',
    '(`libs/accountability/authorisation/permission-table.ts`). Whether an event fits in that moment (a date that lies ahead, a',
    'unit that has not signed yet) is for the guards of the chart.',
    '',
    'A role is held in a scope: of a plan, an action or a unit. Liaison and head of a unit act for their own unit alone: the lead',
    'unit, or the one named. Nobody who is not listed may do it. What clocks and other subjects bring about is listed at the end',
    'of each chart: no person may send that.',
    '',
    '| role | Chinese |',
    '| --- | --- |',
    ...ROLES.map((role) => `| \`${role}\` | ${ROLE_LABELS[role]} |`),
    '',
    '## A new task that does not come from a plan’s text',
    '',
    '| source | who drafts it |',
    '| --- | --- |',
    ...Object.entries(TASK_CREATORS).map(([source, roles]) => `| \`${source}\` | ${whoOf(roles, 'lead')} |`),
    '',
    '## What is asked for besides the rhythm',
    '',
    '| what | who asks |',
    '| --- | --- |',
    `| a supporting unit’s part (配合材料) | ${whoOf(ASKERS.part, 'lead')} of the lead unit |`,
    `| a one-off report (临时报送) | ${whoOf(ASKERS.requestedReport, 'lead')}; with short notice somebody else approves it |`,
    '',
    '## A unit’s reports that go to its head first (负责人审签)',
    '',
    '| what | who, for the own unit |',
    '| --- | --- |',
    `| send for signature (送审) | ${whoOf(SIGN_OFF.send, 'lead')} |`,
    `| take back what waits (撤回) | ${whoOf(SIGN_OFF.takeBack, 'lead')} |`,
    `| sign, whereby it is filed (审签) | ${whoOf(SIGN_OFF.sign, 'lead')}; who acts for the head, not what they sent themselves |`,
    `| return with a remark (退回) | ${whoOf(SIGN_OFF.return, 'lead')} |`,
    `| turn it on or off | ${whoOf(SIGN_OFF.turn, 'lead')}, nobody who acts for them |`,
    ...kinds.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf(kind: SubjectKind): string[] {
  const of = PERMISSIONS.filter((permission) => permission.kind === kind);
  const byPeople = of.filter(({ by }) => by.length > 0);
  const byEngine = [...new Set(of.filter(({ by }) => by.length === 0).map(({ event }) => event))].sort();
  return [
    '',
    `## ${KIND_NAMES[kind]}`,
    '',
    '| state | event | who |',
    '| --- | --- | --- |',
    ...byPeople.map(rowOf),
    '',
    `By the engine alone: ${byEngine.map((event) => `\`${event}\``).join(', ')}.`,
  ];
}

const rowOf = ({ region, state, event, by, whose, named }: Permission): string =>
  `| ${stateOf(region, state)} | \`${event}\` | ${named === undefined ? '' : NAMED[named]}${whoOf(by, whose)} |`;

/** Of the roles listed only those that the duty names; of what a unit asked for, that unit's people accept. */
const NAMED: Record<NonNullable<Permission['named']>, string> = {
  owedBy: 'whoever owes it by its duty, of: ',
  acceptedBy: 'whoever accepts it by its duty (a part: the unit that asked), of: ',
};

const stateOf = (region: string, state: string): string =>
  state === '*' ? (region === '' ? 'any' : `any (\`${region}\`)`) : `\`${state}\``;

const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['liaison', 'leadUnitHead', 'supportUnitLiaison']);

/** The roles; of another unit than the lead, whose. */
function whoOf(by: readonly Role[], whose: Whose): string {
  const named = (roles: readonly Role[]): string => roles.map((role) => `\`${role}\``).join(', ');
  const [units, offices] = [
    by.filter((role) => UNIT_ROLES.has(role)),
    by.filter((role) => !UNIT_ROLES.has(role)),
  ];
  return [units.length > 0 ? [named(units), WHOSE[whose]].filter(Boolean).join(' ') : '', named(offices)]
    .filter(Boolean)
    .join('; ');
}

import type { Fault } from './fault.js';

const GUARDS = 'libs/accountability/task/task-guards.ts';
const OBLIGATION = 'libs/accountability/obligation/obligation.machine.ts';
const LINE = 'libs/accountability/reporting-line/reporting-line.machine.ts';
const LINE_CARDS = 'libs/accountability/reporting-line/card-steps.ts';
const CADENCES = 'libs/accountability/task/cadence-steps.ts';
const VERIFICATION = 'libs/accountability/task/verification-steps.ts';
const UNIT_CARDS = 'libs/accountability/ladder/unit-cards.ts';

/** Rules about what is owed besides the usual report, in several rhythms, and about cards that count over a unit. */
export const duties: readonly Fault[] = [
  {
    name: 'returned-and-never-missed',
    file: OBLIGATION,
    text: "          NEXT_PERIOD_DUE: { target: 'missed', actions: step(returnedIsMissed) },\n",
    replacement: '',
    breaks: 'A report that was returned is asked for after the next one has fallen due.',
  },
  {
    name: 'returned-late-and-never-missed',
    file: OBLIGATION,
    text: "            { guard: 'isBehindNextPeriod', target: 'missed', actions: step(returnedIsMissed) },\n",
    replacement: '',
    breaks: 'A report that was returned past the next due time is asked for without end.',
  },
  {
    name: 'request-without-notice',
    file: OBLIGATION,
    text: '(event.noticeHours >= policy.requests.noticeHours ||',
    replacement: '(event.noticeHours >= 0 ||',
    breaks: 'A report is asked for within the hour, and nobody has approved that.',
  },
  {
    name: 'request-approved-by-who-asks',
    file: OBLIGATION,
    text: '(event.approvedBy !== null && event.approvedBy !== context.request.requestedBy)),',
    replacement: 'event.approvedBy !== null),',
    breaks: 'Whoever asks for a report at short notice approves that himself.',
  },
  {
    name: 'silence-climbs-under-appeal',
    file: LINE_CARDS,
    text: "card.generation === generation && card.appeal === 'open');",
    replacement: "card.generation === generation && card.appeal === 'upheld');",
    breaks: 'The next card for silence comes while an appeal against the last one is open.',
  },
  {
    name: 'silence-climbs-on-when-the-card-was-wrong',
    file: LINE,
    text: "      { guard: 'isAppealedNow', target: '.calm', actions: step(card.climbFallsBack), ...deciders },\n",
    replacement: '',
    breaks: 'An appeal is upheld, and the ladder that the card stands on is climbed further.',
  },
  {
    name: 'silence-lifted-and-yet-climbing',
    file: LINE,
    text: "      { guard: 'isOfSilence', target: '.calm', actions: step(card.silenceIsLifted), ...deciders },\n",
    replacement: '',
    breaks: 'Nobody can lift the ladder of a silence.',
  },
  {
    name: 'held-line-with-a-clock',
    file: 'libs/accountability/reporting-line/ladder-steps.ts',
    text: 'if (!climb || !inTurn || standsStill(climb)) return [];',
    replacement: 'if (!climb || !inTurn) return [];',
    breaks: 'A card that is issued while the ladder is held arms the clock of the next.',
  },
  {
    name: 'cards-of-other-tasks-not-counted',
    file: UNIT_CARDS,
    text: 'const all = [...here, ...elsewhere].filter(',
    replacement: 'const all = [...here, ...elsewhere.slice(0, 0)].filter(',
    breaks: 'Two blue cards of one unit on two tasks do not bring the yellow one.',
  },
  {
    name: 'one-card-counted-twice',
    file: UNIT_CARDS,
    text: 'all.map((card) => [card.key, card])',
    replacement: 'all.map((card, at) => [`${at}/${card.key}`, card])',
    breaks: 'One notice about two matters counts as two cards.',
  },
  {
    name: 'rescinded-cards-count',
    file: UNIT_CARDS,
    text: '.filter(({ rescinded }) => rescinded !== true)',
    replacement: '.filter(({ rescinded }) => rescinded !== undefined || true)',
    breaks: 'A card that was taken back still brings the next one.',
  },
  {
    name: 'rhythm-left-and-yet-asked',
    file: CADENCES,
    text: '`调度频次调整：${event.reason}`, gone),',
    replacement: '`调度频次调整：${event.reason}`, []),',
    breaks: 'A task is taken out of a rhythm, and is reported on in it all the same.',
  },
  {
    name: 'rhythm-added-and-not-asked',
    file: CADENCES,
    text: '...joinLines(after, unitId, come),',
    replacement: '...joinLines(after, unitId, []),',
    breaks: 'A task is asked for in another rhythm, and stands on no line of it.',
  },
  {
    name: 'pressed-for-twice',
    file: 'libs/accountability/reporting-line/pressed.ts',
    text: 'return open.filter((id) => !finer.includes(id));',
    replacement: 'return open;',
    breaks: 'A unit climbs two ladders for one silence, in two rhythms.',
  },
  {
    name: 'untrue-without-a-ladder',
    file: VERIFICATION,
    text: "...(finding === 'untrue' && {",
    replacement: '...(context.verifications.length < 0 && {',
    breaks: 'A report that was found untrue sets off nothing.',
  },
  {
    name: 'true-and-yet-untrue',
    file: VERIFICATION,
    text: "([, cause]) => cause.trigger !== 'untrue' || cause.unitId !== unitId,",
    replacement: '() => true,',
    breaks: 'A later report that is found true does not end the ladder of the untrue one.',
  },
  {
    name: 'verification-without-a-clock',
    file: VERIFICATION,
    text: "detail: { event: 'VERIFICATION_OVERDUE', verificationId: event.verificationId },",
    replacement: "detail: { event: 'VERIFICATION_OVERDUE', verificationId: '' },",
    breaks: 'The office that verifies is never late.',
  },
  {
    name: 'stopped-clock-climbs',
    file: GUARDS,
    text: '    !standsStill(climbOf(context, event.generation)) &&\n',
    replacement: '',
    breaks: 'A clock that rings although its climb stands still brings the next card.',
  },
  {
    name: 'one-lead-speaks-for-the-other',
    file: 'libs/accountability/authorisation/may-send.ts',
    text: 'unitId === undefined || !UNIT_ROLES.has(held.role) || held.scopeId === unitId;',
    replacement: "unitId === undefined || held.scopeId !== '';",
    breaks: 'Where two units lead, the people of one sign for the other.',
  },
  {
    name: 'first-report-after-the-end',
    file: 'libs/accountability/task/supervision/first-report.ts',
    text: '  context.suspension === null &&\n  silent(context)',
    replacement: '  silent(context)',
    breaks: 'A first report is owed on a suspended task.',
  },
];

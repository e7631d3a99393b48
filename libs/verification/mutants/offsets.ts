import type { Fault } from './fault.js';

const NEXT = 'libs/accountability/ladder/next-rung.ts';
const LADDER = 'libs/accountability/reporting-line/ladder-steps.ts';

/** Times that are too short, too long or forgotten. */
export const offsets: readonly Fault[] = [
  {
    name: 'next-rung-without-its-gap',
    file: NEXT,
    text: 'const gap = rung.offset.workingDays - before.offset.workingDays;',
    replacement: 'const gap = Math.min(0, rung.offset.workingDays - before.offset.workingDays);',
    breaks: 'After a card that was issued late the next one comes at once.',
  },
  {
    name: 'offsets-a-day-short',
    file: NEXT,
    text: 'const fromDue: Budget = offsetFrom(climb.causeDueAt, rung.offset);',
    replacement:
      'const fromDue: Budget = offsetFrom(climb.causeDueAt, { ...rung.offset, workingDays: Math.max(0, rung.offset.workingDays - 1) });',
    breaks: 'Every rung comes a working day too soon.',
  },
  {
    name: 'one-blue-more',
    file: NEXT,
    text: '>=\n    rule.count',
    replacement: '>\n    rule.count',
    breaks: 'The second blue card of a quarter does not bring the yellow one.',
  },
  {
    name: 'limits-without-their-hour',
    file: NEXT,
    text: 'return offset.at === undefined',
    replacement: "return offset.at === '17:30' || offset.at === undefined",
    breaks: 'A limit ends at the hour it began and not at the end of the day.',
  },
  {
    name: 'due-before-it-was-asked',
    file: 'libs/accountability/with-facts.ts',
    text: 'lineDueOf(rules, line, period) <= event.at ||',
    replacement: '',
    breaks: 'A task that joins is asked for a report whose due time has passed.',
  },
  {
    name: 'suspension-that-costs',
    file: 'libs/accountability/task/suspension-steps.ts',
    text: 'suspension: null, suspensions: [...context.suspensions, ...over] };',
    replacement: 'suspension: null, suspensions: [...context.suspensions, ...over.slice(1)] };',
    breaks: 'The deadline is not pushed by what the suspension took.',
  },
  {
    name: 'waiting-that-costs',
    file: 'libs/accountability/task/blockage-steps.ts',
    text: 'blockage: null, suspensions: [...context.suspensions, ...waited] };',
    replacement: 'blockage: null, suspensions: [...context.suspensions, ...waited.slice(1)] };',
    breaks: 'The deadline is not pushed by the time that another unit took.',
  },
  {
    name: 'silence-that-is-not-overdue',
    file: 'libs/accountability/reporting-line/sitting-steps.ts',
    text: 'const nowOverdue = current !== null && isOwed(current) ? current : null;',
    replacement: 'const nowOverdue = current !== null && isOwed(current) && overdue ? current : null;',
    breaks: 'The first sitting that is missed is forgotten at once.',
  },
  {
    name: 'the-same-climb-twice',
    file: LADDER,
    text: 'generation: context.climbs + 1,',
    replacement: 'generation: Math.max(1, context.climbs),',
    breaks: 'A second climb of a line has the number of the first: its rungs are taken for claimed.',
  },
  {
    name: 'late-office-is-asked-once',
    file: LADDER,
    text: '      armIssue(rung.issue.within, climb, rung, event.at),\n',
    replacement: '',
    breaks: 'An office that let its time to issue a card pass is not asked again.',
  },
  {
    name: 'gate-without-a-clock',
    file: 'libs/accountability/task/closure-steps.ts',
    text: "detail: { event: 'GATE_OVERDUE', gate },",
    replacement: "detail: { event: 'GATE_OVERDUE', gate: 'verification' },",
    breaks: 'Only one gate is ever late.',
  },
];

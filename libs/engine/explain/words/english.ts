import { englishDate, englishDateTime, periodFromKey } from '#calendar';
import { matterName } from '../../matter-text.js';
import type { Spoken } from '../../spoken-language.js';
import { SCHEDULES, type ExplainWords, type Filing } from './chinese.js';
import { findingInEnglish } from './finding-in-english.js';

/** What was done with it, by what is filed: `filed`, `sent`. */
const DONE: Record<Filing, string> = {
  report: 'filed',
  part: 'handed in',
  answer: 'sent',
  meeting: 'recorded',
  duty: 'done',
};
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const days = (n: number): string => `${n} working day${n === 1 ? '' : 's'}`;
const points = (n: number): string => `${n} percentage point${n === 1 ? '' : 's'}`;
const lower = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const task = (title: string, code: string): string => `"${title}" (${code})`;

/** The same in English. Names of units and tasks, reasons and what else people wrote stay as they are. */
export function english(word: Spoken['word']): ExplainWords {
  const period = (key: string): string => word(periodFromKey(key).label);
  return {
    time: (at) => (at === '' ? '' : englishDateTime(at)),
    day: englishDate,
    period,
    list: (names) => names.join(', '),
    either: (names) => names.join(' or '),
    matter: (trigger) => lower(word(matterName(trigger))),
    calendar: (id) => `Working calendar ${id}`,

    clocks: {
      sign: 'Signing due',
      dispute: 'Decision on the dispute due',
      gate: 'Gate of closure due',
      taskDeadline: 'Deadline of the task',
      suspension: 'End of the suspension',
      'sitting:opens': 'Filing opens',
      'sitting:due': 'Filing due',
      'sitting:reminder:dayBefore': 'Reminder a working day before',
      'sitting:reminder:onTheDay': 'Reminder on the day',
      rung: 'Next rung',
      issue: 'Issue of the notice due',
      hold: 'End of the hold',
      answer: 'Answer to the supervision notice due',
      appeal: 'Answer to the appeal due',
      handover: 'Handover due',
      firstReport: 'First report due',
      blockage: 'Answer on the waiting due',
      awaited: 'What is waited for due',
      verification: 'Verification due',
      correction: 'Correction of progress due',
      silentAcceptance: 'Accepted by silence',
      refile: 'Filing again due',
      'request:reminder': 'Reminder before it is due',
      'request:due': 'Report due',
      'request:expires': 'Counted as missed',
    },
    rungClock: (label) => `Next rung "${label}"`,
    clock: (unit, name, at, early) =>
      `${unit === null ? '' : `${unit}: `}${unit === null ? name : lower(name)}, ${at}${early ? ' (at once, by the rule on repeated cases)' : ''}.`,
    moved: (name, reason, before, after, version) =>
      `${name}: moved from ${before} to ${after} because of "${reason}" (calendar version ${version}); nobody is held to account for it.`,

    noLead: 'The plan names no lead unit; headquarters has to assign one before it can be dispatched.',
    led: (leads) => `Lead: ${leads}.`,
    schedule: ({ expected, progress, short, behind, seriouslyBehind }) =>
      `By the working days gone by, ${expected}% is expected and ${progress}% was reported: ` +
      `${short > 0 ? `${points(short)} behind` : 'not behind'}. ` +
      `From ${points(behind)} it counts as behind, from ${points(seriouslyBehind)} as seriously behind.`,

    today: ({ at, expected, progress, short, schedule, reported, behind, seriouslyBehind }) => {
      const ago = reported?.daysAgo === 1 ? '1 day ago' : `${reported?.daysAgo} days ago`;
      const said =
        reported === null
          ? 'nothing has been reported yet'
          : `the last report is for ${reported.period} (${reported.at}, ${reported.daysAgo === 0 ? 'today' : ago}) and says ${progress}%`;
      const apart = short > 0 ? `${points(short)} behind` : 'not behind';
      const judged =
        reported === null && schedule === 'onTrack'
          ? ''
          : `: ${apart}, that is "${word(SCHEDULES[schedule])}"`;
      return (
        `As of ${at}, by the working days that are over, ${expected}% is expected (it grows at the close of each working day, not while ` +
        `the task is suspended or under review); ${said}${judged}. ` +
        `From ${points(behind)} it counts as behind, from ${points(seriouslyBehind)} as seriously behind.`
      );
    },
    recorded: ({ expected, progress, schedule }) =>
      `By the last report it was "${word(SCHEDULES[schedule])}" (${expected}% expected then, ${progress}% reported); supervision goes by the record of ` +
      `reports, which what is expected today does not change, until a new report is judged.`,

    nextFiling: (unit, of, due) => `${unit}: the next report is for ${of}, due ${due}.`,
    filesInTime: (unit) => `${unit} reports in time; nothing is overdue.`,
    silent: (unit, periods, since, rung) => {
      const inForce = rung?.toIssue === true ? 'drafted, not issued yet' : 'in force';
      const standing = rung === null ? '' : `, now at "${rung.label}" (${inForce})`;
      return `${unit} has not reported for ${periods}; the ladder counts from ${since}${standing}. It ends with the report for the latest period; notices that went out stay on record.`;
    },

    open: (whose, matter, since, ladder) =>
      `${whose === '' ? capital(matter) : `${whose}: ${matter}`} (since ${since}); ${ladder}.`,
    lifted: 'escalation lifted',
    noLadder: 'no ladder is laid down for it',
    ladder: (basis, rung, toIssue, still) => {
      const standing = rung === null ? 'no rung reached yet' : `now at "${rung}"`;
      const waits = toIssue ? ', drafted, not issued yet' : '';
      return `by "${basis}", ${standing}${waits}${still === null ? '' : `, paused (${still})`}`;
    },
    card: (unit, matter, on, label, fate) => {
      const became =
        fate === 'rescinded'
          ? '; rescinded on appeal'
          : fate === 'appealed'
            ? '; an appeal is under way'
            : '';
      return `${unit} received "${label}" on ${on} (${matter})${became}.`;
    },
    suspended: (until, reason) => `Suspended until ${until} (${reason}); its clocks stand still.`,
    closing: (since) =>
      `Closure was requested ${since} and is under review; the lead unit's clock stands still.`,
    waiting: (since, unit, reason) =>
      `Waiting for ${unit} since ${since} (${reason}); the clock runs for that unit, and the lead unit's stands still.`,
    changingHands: (from, to) =>
      `The lead is changing hands from ${from} to ${to}; until both have signed, the former lead stays responsible.`,

    taskForce: 'The task-force office',
    owes: {
      report: (unit, code, title, of, due) =>
        `${unit} has to report on ${task(title, code)} for ${of}, due ${due}.`,
      part: (by, unit, code, title, of, duty, due) =>
        `${by} asks ${unit} for "${duty}" of ${of} on ${task(title, code)}, due ${due}, before the whole report.`,
      answer: (by, unit, code, title, words, due) =>
        `${by} asked ${unit} for a report out of turn on ${task(title, code)} (${words}), due ${due}.`,
      shortNotice: (hours, by) =>
        ` It was asked for less than ${hours} working hours ahead, approved by ${by ?? 'another person'}.`,
      duty: (owner, unit, about, of, duty, due) =>
        `${owner} (${unit}) owes "${duty}" of ${of} on ${about}, due ${due}.`,
    },
    missed: {
      report:
        'Still not filed when the next period fell due: counted as missed. Later reports are to cover this period, too.',
      part: 'Still not handed in when the next period fell due: counted as missed.',
      answer: 'Still not sent after its time: counted as missed.',
      meeting: 'Still not done when the next period fell due: counted as missed.',
      duty: 'Still not done when the next period fell due: counted as missed.',
    },
    missedAgain: (returns, filing) =>
      `Returned ${times(returns)} and not ${DONE[filing]} again: counted as missed.`,
    dueMoved: (reason, before, after, version) =>
      `Because of "${reason ?? 'a change of the calendar'}" it falls due ${after} instead of ${before} (${version === null ? 'a new version of the calendar' : `calendar version ${version}`}).`,
    filed: (at, filing, progress, late, count) => {
      const again = count > 1 ? `; ${DONE[filing]} ${times(count)} in all` : '';
      return `${capital(DONE[filing])} ${at}${progress === null ? '' : `, progress ${progress}%`}, ${late ? 'late' : 'in time'}${again}.`;
    },
    signedOff: (author, signer) =>
      `Written by ${author}; filed when ${signer}, the unit’s head, had signed it.`,
    withoutSignOff: (why) =>
      why === 'vacant'
        ? 'The unit wants its head’s signature; nobody was its head then, and it went straight out.'
        : 'The unit wants its head’s signature; this one the head filed.',
    atSignOff: (author, at) =>
      `${author} sent it to the unit’s head ${at}; it counts as filed once it is signed, and time runs until then.`,
    standsAtOnce: (filing) => `It stands as soon as it is ${DONE[filing]}; nobody has to accept it.`,
    acceptedSilently: (judge) => `${judge} did not look at it in time; by the rules it counts as accepted.`,
    accepted: (judge) => `${judge} accepted it.`,
    returned: (count, reason) => `Returned ${times(count)}, reason: ${reason}.`,
    submitted: (judge, isReport) =>
      `It waits for ${lower(judge)}; meanwhile no time counts against ${isReport ? 'the reporting unit' : 'who did it'}.`,
    excused: (isReport, why) => `${isReport ? 'Excused' : 'Not needed any more'}: ${why}.`,
    late: (filing) => `It fell due and is not ${DONE[filing]} yet.`,
    notDue: 'It has not fallen due yet.',

    basis: (label, version) => `By "${word(label)}" (version ${version})`,
    notFiled: (unit, count) => `${unit} has not reported on ${count} task${count === 1 ? '' : 's'}`,
    found: (unit, matter, finding) => `${unit}: ${lower(word(matter))} (${findingInEnglish(finding)})`,
    cause: (basis, what, since, after) =>
      `${basis}: ${what}${since === null ? '' : `, counted from ${since}`}${after === null ? '' : `; ${days(after.days)} after it fell due comes "${word(after.label)}"`}.`,
    reached: (at, label, early) =>
      `"${word(label)}" was reached ${at}${early ? ' (at once, by the rule on repeated cases)' : ''}.`,
    notRecorded: (rung) => `The record has no event by which "${rung}" was reached.`,
    together: (title, code, finding) =>
      `This notice also speaks of ${task(title, code)}: ${findingInEnglish(finding)}.`,
    earlier: (what, at) => `Before it: ${word(what)} (${at}).`,
    counted: (cards, on) =>
      `With it count ${cards} card${cards === 1 ? '' : 's'} of the unit from its other lines and tasks of this plan (${on}); what was rescinded on appeal does not.`,
    issueLate: (count) => `Its issue was late ${times(count)}; the issuer was reminded.`,
    notSent: 'The cause was gone before it was issued; it was never sent.',
    drafted: (at) => `Drafted ${at}; it waits to be issued.`,
    agreed: (at) => `Agreed to ${at}.`,
    issued: (at, byItself, number) =>
      `Issued ${at} ${byItself ? 'by the system' : 'by the supervision office'}${number === '' ? '' : ` (${number})`}.`,
    acknowledged: (at) => `The unit acknowledged it ${at}.`,
    rescinded: (at) => `Rescinded ${at}; it no longer counts. Its text and record stay.`,
    afterwards: (at, what, reason) => `${at}: ${what}${reason === '' ? '' : ` (${reason})`}.`,
    after: {
      CARD_ANSWERED: 'the unit answered in writing',
      CARD_ANSWER_OVERDUE: 'the time to answer was over without an answer',
      APPEALED: 'the unit appealed; escalation stands still meanwhile',
      APPEAL_OVERDUE: 'the answer to the appeal was late (a matter of who has to answer)',
      APPEAL_UPHELD: 'the appeal was upheld',
      APPEAL_REJECTED: 'the appeal was rejected',
      HELD: 'escalation was put on hold',
      HOLD_EXPIRED: 'the hold was over, escalation went on',
      LIFTED: 'escalation was lifted',
      POLICY_ADOPTED: 'it now goes by the new version of the rules',
    },
  };
}

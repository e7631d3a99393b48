import { offsetFrom, type IncomingEvent, type Policy, type RungIssue } from '#accountability';
import { addWorkingMs, project, workingMsBetween, type Instant, type WorkingCalendar } from '#calendar';
import type { RecordedRungs } from './recorded-rungs.js';
import type { PlayedRecord, TrailLine } from './record.js';
import type { RungFact } from './rung-log.js';

/** `asRecorded`: after as long as it really took; `promptly`: the moment it is asked for. */
export type IssueRule = 'asRecorded' | 'promptly';

/** What people do because of a rung, and what they do it after. */
const FOLLOWS = {
  NOTICE_AGREED: 'reached',
  NOTICE_ISSUED: 'agreed',
  CARD_ANSWERED: 'issued',
  APPEALED: 'issued',
  APPEAL_UPHELD: 'appealed',
  APPEAL_REJECTED: 'appealed',
} as const;
type AnswerType = keyof typeof FOLLOWS;

export const isAnswer = (type: string): type is AnswerType => type in FOLLOWS;

interface Answer {
  line: TrailLine;
  /** When what it follows had happened. */
  after: Instant;
}

/** An act of a person that a rehearsal expects: when, what, and where it stood in the trail. */
export interface ExpectedAct {
  at: Instant;
  event: IncomingEvent;
  line: TrailLine | null;
}

/**
 * When people answer to a rung. An answer that is in the record comes after the working time that it took then, to
 * the millisecond where nothing has moved. A notice that the record knows nothing of is agreed to and issued after
 * the usual (median) working time of the recorded ones, or, where there are none, when the policy's time for it ends.
 */
export class Answers {
  readonly #ofSlot = new Map<string, Answer[]>();
  readonly #usual: ReadonlyMap<AnswerType, number>;
  readonly #recorded: RecordedRungs;
  readonly #rule: IssueRule;
  /** How many acts were supposed, not recorded. */
  supposed = 0;

  constructor(record: PlayedRecord, recorded: RecordedRungs, rule: IssueRule) {
    this.#recorded = recorded;
    this.#rule = rule;
    const took = new Map<AnswerType, number[]>();
    for (const line of record.events) {
      if (!isAnswer(line.type)) continue;
      const fact = recorded.factOf.get(line);
      const after = fact && momentOf(fact, line.type, line.at);
      if (!fact || !after) continue;
      this.#ofSlot.set(fact.slot, [...(this.#ofSlot.get(fact.slot) ?? []), { line, after }]);
      const calendar = calendarAt(record, line.at);
      took.set(line.type, [...(took.get(line.type) ?? []), workingMsBetween(calendar, after, line.at)]);
    }
    this.#usual = new Map([...took].map(([type, all]) => [type, median(all)]));
  }

  /** What is done because this rung was reached, or because of what was done about it. */
  after(
    fact: RungFact,
    event: IncomingEvent,
    issue: RungIssue,
    policy: Policy,
    calendar: WorkingCalendar,
  ): ExpectedAct[] {
    const { generation, rung, slot } = fact;
    const act = (type: AnswerType, at: Instant, line: TrailLine | null): ExpectedAct => ({
      at,
      line,
      event: { ...line?.payload, type, at, generation, rung },
    });
    const recorded = (type: AnswerType): ExpectedAct[] => {
      const answer = this.#answerTo(slot, type);
      return answer ? [act(type, laterBy(answer, event.at, calendar), answer.line)] : [];
    };
    switch (event.type) {
      case 'RUNG_DUE':
        if (issue.by === 'system') return this.#onceIssued(recorded);
        return 'agreedBy' in issue && issue.agreedBy
          ? this.#byPerson('NOTICE_AGREED', fact, event.at, issue, calendar, act)
          : this.#byPerson('NOTICE_ISSUED', fact, event.at, issue, calendar, act);
      case 'NOTICE_AGREED':
        return this.#byPerson('NOTICE_ISSUED', fact, event.at, issue, calendar, act);
      case 'NOTICE_ISSUED':
        return this.#onceIssued(recorded);
      case 'APPEALED':
        return [...recorded('APPEAL_UPHELD'), ...recorded('APPEAL_REJECTED')];
      default:
        return [];
    }
  }

  #onceIssued(recorded: (type: AnswerType) => ExpectedAct[]): ExpectedAct[] {
    return [...recorded('CARD_ANSWERED'), ...recorded('APPEALED')];
  }

  #byPerson(
    type: 'NOTICE_AGREED' | 'NOTICE_ISSUED',
    fact: RungFact,
    asked: Instant,
    issue: RungIssue,
    calendar: WorkingCalendar,
    act: (type: AnswerType, at: Instant, line: TrailLine | null) => ExpectedAct,
  ): ExpectedAct[] {
    const answer = this.#answerTo(fact.slot, type);
    if (this.#rule === 'promptly') return [act(type, asked, answer?.line ?? null)];
    if (answer) return [act(type, laterBy(answer, asked, calendar), answer.line)];
    // It was asked for at that very moment then, and nobody did it.
    const then = this.#recorded.log.facts.find(({ slot }) => slot === fact.slot);
    if (
      then?.byPerson === true &&
      (type === 'NOTICE_AGREED' ? then.reachedAt : (then.agreedAt ?? then.reachedAt)) === asked
    )
      return [];
    this.supposed += 1;
    const usual = this.#usual.get(type);
    if (usual !== undefined) return [act(type, addWorking(calendar, asked, usual), null)];
    const within = 'within' in issue && type === 'NOTICE_ISSUED' ? issue.within : { workingDays: 0 };
    return [act(type, project(offsetFrom(asked, within), [], calendar).at ?? asked, null)];
  }

  #answerTo(slot: string, type: AnswerType): Answer | undefined {
    return this.#ofSlot.get(slot)?.find(({ line }) => line.type === type);
  }
}

/** When that had happened which the act follows. */
function momentOf(fact: RungFact, type: AnswerType, at: Instant): Instant | null {
  switch (FOLLOWS[type]) {
    case 'reached':
      return fact.reachedAt;
    case 'agreed':
      return fact.agreedAt ?? fact.reachedAt;
    case 'issued':
      return fact.issuedAt;
    case 'appealed':
      return fact.appealedAt ?? at;
  }
}

const laterBy = ({ line, after }: Answer, from: Instant, calendar: WorkingCalendar): Instant =>
  from === after ? line.at : addWorking(calendar, from, workingMsBetween(calendar, after, line.at));

/** Never before what it follows. */
const addWorking = (calendar: WorkingCalendar, from: Instant, ms: number): Instant => {
  const at = addWorkingMs(calendar, from, ms);
  return at > from ? at : from;
};

export const calendarAt = ({ calendars }: PlayedRecord, at: Instant): WorkingCalendar => {
  const known = calendars.filter(({ since }) => since <= at).at(-1) ?? calendars[0];
  if (!known) throw new Error('a record without a calendar');
  return known.calendar;
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

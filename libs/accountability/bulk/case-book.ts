import { chartOf } from '../chart.js';
import { decide } from '../decide.js';
import type { Decision, IncomingEvent, Rules, Subject } from '../decision.js';
import { machinesOf } from '../machines.js';
import { ENGINE_ACTOR } from '../role.js';
import type { Snapshot, SubjectKind } from '../subject.js';
import { upgraded } from '../upgrade.js';
import { BoundNames } from './bound-names.js';
import { canonical, saidIn, Unsafe } from './canonical.js';
import { EqualCase } from './equal-case.js';
import type { FieldNames } from './names.js';
import { NAMES } from './names-of-kinds.js';
import { MARK } from './placeholder.js';
import { NO_SCOPE } from './no-scope.js';
import {
  answerOf,
  NOTHING_LEFT_OUT,
  TrackedContext,
  type AnswerKey,
  type LeftOut,
  type Question,
} from './tracked-context.js';

/** A subject that is one of a case, and what it needs besides the case. */
export interface Member {
  readonly equal: EqualCase;
  readonly names: readonly string[];
}

/** What is known of one event in one state: by the answers to the questions that were asked, one after another. */
interface Asked {
  question: Question | null;
  readonly next: Map<AnswerKey, Asked>;
  equal: EqualCase | null;
}

/** Everything known of an event in one state of a kind. */
interface Known {
  readonly kind: SubjectKind;
  /** By the fields asked for, by the whole context, or not at all where hardly two are equal. */
  way: 'asked' | 'whole' | 'slow';
  readonly asked: Asked;
  readonly whole: Map<string, EqualCase>;
  looked: number;
  found: number;
}

/** Above so many lookups, of which less than half were found, nobody looks any more. */
const WORTH_LOOKING_AFTER = 2_000;
/** So many cases are remembered; more are decided one by one. */
const CASES_AT_MOST = 50_000;

/**
 * What one event brings about under one policy and one calendar, worked out once for all subjects that are equal in what
 * it depends on (ADR 0021). It is the chart itself that decides, by `decide`, once a case; whatever cannot be told apart
 * safely is decided by it too, one by one.
 */
export class CaseBook {
  /** How many cases were worked out, how many subjects were one of a known case, and how many were decided alone. */
  readonly count = { cases: 0, equal: 0, alone: 0 };
  /** Every field of a context that has been asked for so far; null: more than single fields has been. */
  asked: Set<string> | null = new Set();
  readonly #event: IncomingEvent;
  readonly #rules: Rules;
  readonly #names: Record<SubjectKind, FieldNames>;
  readonly #said: readonly string[];
  readonly #usable: boolean;
  /** Of the subject that is looked up now. */
  readonly #bound: BoundNames;
  readonly #known = new Map<SubjectKind, Map<string, Known>>();

  /** @param names which fields of a context are names, by kind of subject; for tests */
  constructor(event: IncomingEvent, rules: Rules, names: Record<SubjectKind, FieldNames> = NAMES) {
    this.#event = event;
    this.#rules = rules;
    this.#names = names;
    this.#said = saidIn(event, undefined).texts;
    this.#bound = new BoundNames(this.#said);
    this.#usable = isSafe(event) && !markedIn(rules);
  }

  /** What `decide` says of the event for the subject, brought about by the engine. */
  decide(subject: Subject): Decision {
    const snapshot = this.#usable ? upgradedIfAtAll(subject.kind, subject.snapshot) : null;
    const member = snapshot && this.#memberOf(subject.kind, snapshot);
    if (!snapshot || !member) {
      this.count.alone += 1;
      return decide(subject, this.#event, this.#rules, ENGINE_ACTOR);
    }
    return member.equal.decisionFor(snapshot.context, member.names);
  }

  /**
   * The case that the subject is one of; null: it is to be decided alone.
   *
   * @param leftOut fields of its context that have not been read (see `asked`): where one comes into it, it is none
   */
  memberOf(subject: Subject, leftOut: LeftOut = NOTHING_LEFT_OUT): Member | null {
    const snapshot = this.#usable ? upgradedIfAtAll(subject.kind, subject.snapshot) : null;
    const member = snapshot && this.#memberOf(subject.kind, snapshot, leftOut);
    return member && { equal: member.equal, names: [...member.names] };
  }

  #memberOf(kind: SubjectKind, snapshot: Snapshot, leftOut = NOTHING_LEFT_OUT): Member | null {
    const known = this.#knownOf(kind, snapshot.value);
    if (known.way === 'slow') return null;
    known.looked += 1;
    try {
      const member =
        (known.way === 'asked' ? this.#byAnswers(known, snapshot, leftOut) : null) ??
        (leftOut.size === 0 ? this.#byWhole(known, snapshot) : null);
      if (known.looked >= WORTH_LOOKING_AFTER && known.found * 2 < known.looked) known.way = 'slow';
      return member;
    } catch {
      // What does not work with placeholders is decided without: then whatever is wrong with it is said as it is.
      return null;
    }
  }

  #byAnswers(known: Known, snapshot: Snapshot, leftOut: LeftOut): Member | null {
    const names = this.#names[known.kind];
    const bound = this.#bound.clear();
    let at = known.asked;
    while (at.question) {
      if (leftOut.has(at.question.field)) return null;
      const next = at.next.get(answerOf(snapshot.context, at.question, names, bound));
      if (!next) break;
      at = next;
    }
    if (at.equal) return this.#found(known, at.equal, bound.names);
    return this.#newByAnswers(known, snapshot, names, leftOut);
  }

  /** Lets the chart decide on a context that keeps account of what is asked of it, and remembers the answers. */
  #newByAnswers(known: Known, snapshot: Snapshot, names: FieldNames, leftOut: LeftOut): Member | null {
    if (this.count.cases >= CASES_AT_MOST) return null;
    const asking = new BoundNames(this.#said);
    const tracked = new TrackedContext(snapshot.context, names, asking, leftOut);
    let decided: Decision;
    try {
      decided = this.#decided(known.kind, { ...snapshot, context: tracked.context });
    } finally {
      for (const { field } of tracked.questions) this.asked?.add(field);
    }
    const isWritten = decided.ok && decided.snapshot.context !== tracked.context;
    // One copy is the chart's own when it writes the next context, and nothing is asked after it (see `isFlat`).
    if (tracked.copies !== (isWritten ? 1 : 0)) {
      known.way = 'whole';
      this.asked = null;
      return null;
    }
    const bound = new BoundNames(this.#said);
    let at = known.asked;
    for (const question of tracked.questions) {
      at.question ??= question;
      if (at.question.field !== question.field || at.question.asks !== question.asks)
        throw new Unsafe('equal answers led to other questions');
      const answer = answerOf(snapshot.context, question, names, bound);
      let next = at.next.get(answer);
      if (!next) at.next.set(answer, (next = { question: null, next: new Map(), equal: null }));
      at = next;
    }
    at.equal = this.#case(decided, tracked.context);
    return { equal: at.equal, names: bound.names };
  }

  #byWhole(known: Known, snapshot: Snapshot): Member | null {
    const names = { in: this.#names[known.kind] };
    const said = saidIn(snapshot.context, names);
    const bound = new BoundNames([...this.#said, ...said.texts], said.keys);
    const { value, text } = canonical(snapshot.context, names, {
      bind: (name) => bound.bind(name),
      hear: HEARD,
    });
    const found = known.whole.get(text);
    if (found) return this.#found(known, found, bound.names);
    if (this.count.cases >= CASES_AT_MOST) return null;
    const context = value as Record<string, unknown>;
    const equal = this.#case(this.#decided(known.kind, { ...snapshot, context }), null);
    known.whole.set(text, equal);
    return { equal, names: bound.names };
  }

  #decided(kind: SubjectKind, snapshot: Snapshot): Decision {
    return decide({ kind, snapshot, scope: NO_SCOPE }, this.#event, this.#rules, ENGINE_ACTOR);
  }

  #case(decided: Decision, asked: Record<string, unknown> | null): EqualCase {
    return new EqualCase(this.count.cases++, decided, asked);
  }

  #found(known: Known, equal: EqualCase, names: readonly string[]): Member {
    known.found += 1;
    this.count.equal += 1;
    return { equal, names };
  }

  #knownOf(kind: SubjectKind, value: unknown): Known {
    let ofKind = this.#known.get(kind);
    if (!ofKind) this.#known.set(kind, (ofKind = new Map<string, Known>()));
    const state = typeof value === 'string' ? value : JSON.stringify(value);
    let known = ofKind.get(state);
    if (!known) {
      const flat = chartOf(machinesOf(this.#rules.policy)[kind]).isFlat;
      known = {
        kind,
        way: flat ? 'asked' : 'whole',
        asked: { question: null, next: new Map(), equal: null },
        whole: new Map(),
        looked: 0,
        found: 0,
      };
      ofKind.set(state, known);
    }
    return known;
  }
}

/** Null where it cannot even be read: then it is decided alone, and says so. */
function upgradedIfAtAll(kind: SubjectKind, snapshot: Snapshot): Snapshot | null {
  try {
    return upgraded(kind, snapshot);
  } catch {
    return null;
  }
}

/** What a text says was gathered before. */
const HEARD = (): void => {};

/** Whether an event is plain JSON without a placeholder's mark. */
function isSafe(event: IncomingEvent): boolean {
  try {
    canonical(event, undefined, { bind: () => null, hear: HEARD });
    return true;
  } catch {
    return false;
  }
}

const markedIn = ({ policy, calendar }: Rules): boolean =>
  JSON.stringify([policy, calendar.id]).includes(JSON.stringify(MARK).slice(1, -1));

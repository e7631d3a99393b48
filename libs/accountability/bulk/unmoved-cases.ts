import { isDeepStrictEqual } from 'node:util';
import { decide } from '../decide.js';
import type { Decision, IncomingEvent, Rules } from '../decision.js';
import { ENGINE_ACTOR } from '../role.js';
import type { RecordedEvent, SubjectKind } from '../subject.js';
import { NO_SCOPE } from './no-scope.js';
import { MARK, placeholder } from './placeholder.js';
import { templateOf, type Maker } from './template.js';

/** What a subject says of itself: configuration and context as texts of JSON, as the database writes them. */
export interface SaidOfItself {
  id: string;
  planId: string;
  value: string;
  context: string;
}

/** Nothing but that the event is recorded as it stands here; or the event has no way at all. */
export type Unmoved = { event: RecordedEvent } | 'refused';

/** What equal subjects come to; `other`: each is decided by itself. */
type Case = 'refused' | 'other' | { make: Maker; byUnit: Map<string, { event: RecordedEvent }> | null };

/** So many cases are remembered; then all are forgotten. */
const CASES_AT_MOST = 5_000;
/** And so many units of a case. */
const UNITS_AT_MOST = 200;
/** Above so many lookups, of which less than half were found, nobody looks any more. */
const WORTH_LOOKING_AFTER = 5_000;

/**
 * What an event comes to for many subjects of which most only take note of it: tasks that hear of a missed report and
 * have figures already. It is the chart that decides, once for all that say the same of themselves; their own id, their
 * plan's and that of the unit which the event names are names, wherever they stand (ADR 0033). Only what moves nothing is
 * a case: no effect, no field written. Everything else is decided by itself.
 */
export class UnmovedCases {
  readonly #kind: SubjectKind;
  readonly #known = new Map<string, Case>();
  #looked = 0;
  #found = 0;

  constructor(kind: SubjectKind) {
    this.#kind = kind;
  }

  /**
   * @param event that names a unit in its fact `unitId`
   * @returns null: it is to be decided by itself
   */
  of(said: SaidOfItself, event: IncomingEvent, rules: Rules): Unmoved | null {
    const { unitId } = event;
    if (typeof unitId !== 'string' || this.#isIdle()) return null;
    const names = [unitId, said.id, said.planId];
    if (!areNames(names) || said.context.includes(ESCAPED_MARK)) return null;
    const { policy, calendar } = rules;
    const anyUnits = { ...event, unitId: placeholder(0) };
    const context = names.reduce((text, name, n) => text.replaceAll(name, ESCAPED[n] ?? ''), said.context);
    const key = `${policy.version}/${calendar.version}/${JSON.stringify(anyUnits)}${said.value}${context}`;
    this.#looked += 1;
    let found = this.#known.get(key);
    if (found !== undefined) this.#found += 1;
    else {
      if (this.#known.size >= CASES_AT_MOST) this.#known.clear();
      found = this.#caseOf(said.value, context, anyUnits, rules);
      this.#known.set(key, found);
    }
    if (found === 'other') return null;
    return found === 'refused' ? found : madeFor(names, found);
  }

  /** Where hardly two are equal, looking costs more than it saves. */
  #isIdle(): boolean {
    return this.#looked >= WORTH_LOOKING_AFTER && this.#found * 2 < this.#looked;
  }

  #caseOf(value: string, text: string, event: IncomingEvent, rules: Rules): Case {
    const context = JSON.parse(text) as Record<string, unknown>;
    const snapshot = { value: JSON.parse(value) as unknown, context };
    let decided: Decision;
    try {
      decided = decide({ kind: this.#kind, snapshot, scope: NO_SCOPE }, event, rules, ENGINE_ACTOR);
    } catch {
      // By itself: then whatever is wrong with it is said as it is.
      return 'other';
    }
    if (!decided.ok) return 'refused';
    const { snapshot: next, effects } = decided;
    const before = { value: JSON.parse(value) as unknown, context: JSON.parse(text) as unknown };
    if (effects.length > 0 || !isDeepStrictEqual(plain(next), before)) return 'other';
    const recorded = JSON.stringify(decided.event);
    const isOfUnitAlone = !ESCAPED.slice(1).some((name) => recorded.includes(name));
    return { make: templateOf(decided.event), byUnit: isOfUnitAlone ? new Map() : null };
  }
}

/** All that are of a unit record the very same object. */
function madeFor(
  names: readonly string[],
  { make, byUnit }: Exclude<Case, string>,
): { event: RecordedEvent } {
  const [unitId = ''] = names;
  const known = byUnit?.get(unitId);
  if (known) return known;
  if (byUnit && byUnit.size >= UNITS_AT_MOST) byUnit.clear();
  const made = { event: make(names) as RecordedEvent };
  byUnit?.set(unitId, made);
  return made;
}

/** As it would be read again. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids, each another: nothing else in a text looks like one by chance. */
const areNames = (names: readonly string[]): boolean =>
  new Set(names).size === names.length && names.every((name) => UUID.test(name));

/** As JSON writes them. */
const ESCAPED_MARK = JSON.stringify(MARK).slice(1, -1);
const ESCAPED = [0, 1, 2].map((n) => JSON.stringify(placeholder(n)).slice(1, -1));

import type { Decision } from '../decision.js';
import type { Effect } from '../effect.js';
import type { RecordedEvent, Snapshot } from '../subject.js';
import { templateOf, type Maker } from './template.js';
import { Carried } from './tracked-context.js';

/**
 * What was decided for one subject, and holds for all that are equal to it in what was looked at. What set-based
 * statements need of it is said apart: the state that follows, which fields change, and whether names come into it.
 */
export class EqualCase {
  /** The state that follows; undefined where the event is refused. */
  readonly value: unknown;
  /** The fields of the context that are written, all others staying as they are; null: the whole of it is. */
  readonly changes: readonly string[] | null;
  readonly #decision: (context: Record<string, unknown>, names: readonly string[]) => Decision;

  /**
   * @param id counts the cases of a book, from 0
   * @param decided what the chart said, with placeholders for names
   * @param asked the context that kept account, where one did: what was only carried over is not written
   */
  constructor(
    readonly id: number,
    decided: Decision,
    asked: Record<string, unknown> | null,
  ) {
    if (!decided.ok) {
      const refused = templateOf(decided);
      this.changes = [];
      this.#decision = (_, names) => refused(names) as Decision;
      return;
    }
    const { snapshot, effects, event } = decided;
    const value = templateOf(snapshot.value)([]);
    const made = {
      event: templateOf(event) as (names: readonly string[]) => RecordedEvent,
      effects: templateOf(effects) as (names: readonly string[]) => Effect[],
    };
    this.value = value;
    this.changes =
      asked && (snapshot.context === asked ? [] : writtenOf(snapshot.context).map(([key]) => key));
    const contextOf = contextMaker(snapshot, asked);
    this.#decision = (context, names) => ({
      ok: true,
      snapshot: { value, context: contextOf(context, names) },
      effects: made.effects(names),
      event: made.event(names),
    });
  }

  /** The decision for one of the equal subjects, from its context and its names. */
  decisionFor(context: Record<string, unknown>, names: readonly string[]): Decision {
    return this.#decision(context, names);
  }
}

type ContextMaker = (context: Record<string, unknown>, names: readonly string[]) => Record<string, unknown>;

/** The context that follows, written the way the chart writes one: over a copy of what stood there. */
function contextMaker(snapshot: Snapshot, asked: Record<string, unknown> | null): ContextMaker {
  if (asked === null) {
    const whole = templateOf(snapshot.context);
    return (_, names) => whole(names) as Record<string, unknown>;
  }
  if (snapshot.context === asked) return (context) => context;
  const written = writtenOf(snapshot.context).map(([key, value]): [string, Maker] => [
    key,
    templateOf(value),
  ]);
  return (context, names) => {
    const copy = { ...context };
    for (const [key, make] of written) copy[key] = make(names);
    return copy;
  };
}

const writtenOf = (context: Record<string, unknown>): [string, unknown][] =>
  Object.entries(context).filter(([, value]) => !(value instanceof Carried));

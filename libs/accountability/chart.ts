import { createActor, type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode } from 'xstate';
import type { IncomingEvent } from './decision.js';
import type { Effect } from './effect.js';
import type { Snapshot } from './subject.js';

/** What an event made of a snapshot. */
export interface Taken {
  snapshot: Snapshot;
  effects: Effect[];
}

type Scope = Parameters<AnyStateMachine['transition']>[2];

/**
 * A statechart ready to be asked again and again. XState's pure `transition` builds an actor at every call, and with it
 * the state in which the chart begins, which nobody asked for: that is four fifths of its time. Here one actor that is
 * never started stands in for all calls, and what the chart says of a configuration is worked out once.
 */
export class Chart {
  readonly #machine: AnyStateMachine;
  readonly #scope: Scope;
  /** What the chart makes of a stored configuration, by that configuration. There are as many as it has states. */
  readonly #restored = new Map<string, AnyMachineSnapshot>();
  #effects: Effect[] = [];
  /** Whether the event itself led anywhere; null until the chart has said so. */
  #leads: boolean | null = null;

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
    const self = createActor(machine, { input: {} });
    self.system.inspect((seen) => {
      if (seen.type === '@xstate.microstep')
        this.#leads ??= seen._transitions.some((way) => way.target !== undefined || way.actions.length > 0);
    });
    const nothing = (): void => {};
    this.#scope = {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: (action) => {
        if (action.type === 'effect') this.#effects.push(action.params as Effect);
      },
    };
  }

  /**
   * Whether an event takes one way at most, with one step at most on it, after which no guard is asked and nothing is
   * done: no regions, no states within states, no ways without an event, nothing on entering or leaving.
   */
  get isFlat(): boolean {
    const { root } = this.#machine;
    const nodes: AnyStateNode[] = [root, ...Object.values(root.states)];
    return (
      nodes.every(isPlainNode) &&
      root.type === 'compound' &&
      nodes.slice(1).every((node) => node.type === 'atomic') &&
      root.initial.actions.length === 0
    );
  }

  /** What follows from the event; null where the chart has no way for it. The guards are asked once. */
  take(snapshot: Snapshot, event: IncomingEvent): Taken | null {
    this.#effects = [];
    this.#leads = null;
    const next = this.#machine.transition(this.#restore(snapshot), event, this.#scope) as AnyMachineSnapshot;
    return this.#leads === true ? { snapshot: bare(next), effects: this.#effects } : null;
  }

  /** Whether the chart has a way for the event. */
  can(snapshot: Snapshot, event: IncomingEvent): boolean {
    return this.#restore(snapshot).can(event);
  }

  /**
   * A parsed row is no snapshot: resolveState checks it against the chart and throws on a state that is no longer there.
   * It looks at nothing but the configuration.
   */
  #restore({ value, context }: Snapshot): AnyMachineSnapshot {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    let restored = this.#restored.get(key);
    if (!restored) {
      const { root } = this.#machine;
      const config = { value: inChartOrder(root, underPresentLevels(root, value)), context: {} };
      restored = this.#machine.resolveState(config as never);
      // Of all that stand there: nobody may change it for the others.
      frozen(restored.value);
      this.#restored.set(key, restored);
    }
    return { ...restored, context } as AnyMachineSnapshot;
  }
}

const isPlainNode = (node: AnyStateNode): boolean =>
  (node.always ?? []).length === 0 &&
  node.entry.length === 0 &&
  node.exit.length === 0 &&
  node.invoke.length === 0 &&
  [...node.transitions.values()].every((ways) => ways.every(({ actions }) => actions.length <= 1));

export const bare = (snapshot: { value?: unknown; context?: unknown }): Snapshot => ({
  value: snapshot.value,
  context: snapshot.context as Record<string, unknown>,
});

const charts = new WeakMap<AnyStateMachine, Chart>();

/** The chart of a machine, made ready once. */
export function chartOf(machine: AnyStateMachine): Chart {
  const known = charts.get(machine);
  if (known) return known;
  const made = new Chart(machine);
  charts.set(machine, made);
  return made;
}

/**
 * Regions are put in the order of the chart first: jsonb orders keys by length, and the regions of one event would
 * then act in another order than in memory.
 */
function inChartOrder(node: AnyStateNode, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const regions = value as Record<string, unknown>;
  const known = Object.keys(node.states).filter((key) => key in regions);
  const strange = Object.keys(regions).filter((key) => !(key in node.states));
  return Object.fromEntries([
    ...known.map((key) => [key, inChartOrder(node.states[key] as AnyStateNode, regions[key])] as const),
    ...strange.map((key) => [key, regions[key]] as const),
  ]);
}

/** A level that the policy does not have any more is none: it came from the version that held before. */
function underPresentLevels({ states }: AnyStateNode, value: unknown): unknown {
  const levels = states['supervision']?.states;
  const { supervision } = (value ?? {}) as { supervision?: unknown };
  return levels === undefined || typeof supervision !== 'string' || supervision in levels
    ? value
    : { ...(value as object), supervision: 'none' };
}

function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(frozen);
  Object.freeze(value);
}

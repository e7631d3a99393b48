import type { AnyStateNode } from 'xstate';
import { chartsOf } from '../machines.js';
import type { Role } from '../role.js';
import type { SubjectKind } from '../subject.js';
import type { TransitionMeta, Whose } from './metadata.js';

/** One line of the table: in this state this event may be brought about by these roles; none: by the engine alone. */
export interface Permission {
  kind: SubjectKind;
  /** The region of the statechart; empty where it has none beside each other. */
  region: string;
  /** `inProgress`, `closing.verification`; `*`: in every state of the region. */
  state: string;
  event: string;
  by: readonly Role[];
  whose: Whose;
  named?: 'owedBy' | 'acceptedBy';
}

const ENGINE: TransitionMeta = { by: [], whose: 'lead' };

const KINDS = ['task', 'obligation', 'reportingLine'] as const;

/** Who may do what in which state, as the statecharts say it themselves. */
export const PERMISSIONS: readonly Permission[] = KINDS.flatMap((kind) => {
  const { root } = chartsOf(kind);
  const regions = root.type === 'parallel' ? Object.values(root.states) : [root];
  return regions.flatMap((region) =>
    permissionsOf(kind, region, region === root ? '' : region.key).concat(
      atomicBelow(region).flatMap((node) => permissionsBelow(kind, region, node, root)),
    ),
  );
});

/** What a region takes in all its states. */
function permissionsOf(kind: SubjectKind, region: AnyStateNode, name: string): Permission[] {
  return transitionsAt(region).map(([event, meta]) => ({ kind, region: name, state: '*', event, ...meta }));
}

/** What one state takes, and the states that it lies in. */
function permissionsBelow(
  kind: SubjectKind,
  region: AnyStateNode,
  node: AnyStateNode,
  root: AnyStateNode,
): Permission[] {
  const found: Permission[] = [];
  const state = node.path.slice(region === root ? 0 : 1).join('.');
  for (let at: AnyStateNode | undefined = node; at !== undefined && at !== region; at = at.parent)
    for (const [event, meta] of transitionsAt(at))
      found.push({ kind, region: region === root ? '' : region.key, state, event, ...meta });
  return found;
}

/** Each event once, with the roles of its ways: those of an event are the same on all its ways out of one state. */
function transitionsAt(node: AnyStateNode): [event: string, meta: TransitionMeta][] {
  return [...node.transitions].flatMap(([event, ways]): [string, TransitionMeta][] => {
    if (event === '') return [];
    const metas = ways.map(({ meta }) => (meta as TransitionMeta | undefined) ?? ENGINE);
    const [first = ENGINE] = metas;
    if (
      metas.some(
        (meta) =>
          meta.by.join() !== first.by.join() || meta.whose !== first.whose || meta.named !== first.named,
      )
    )
      throw new Error(`${node.id} says different things of who may bring about ${event}`);
    return [[event, first]];
  });
}

function atomicBelow(node: AnyStateNode): AnyStateNode[] {
  const states: AnyStateNode[] = Object.values(node.states);
  return states.flatMap((state) => (state.type === 'atomic' ? [state] : atomicBelow(state)));
}

const byState = new Map<string, Permission>(
  PERMISSIONS.map((permission) => [
    keyOf(permission.kind, permission.region, permission.state, permission.event),
    permission,
  ]),
);

function keyOf(kind: SubjectKind, region: string, state: string, event: string): string {
  return [kind, region, state, event].join('/');
}

/** What the present state says of who may bring the event about; nothing where it does not take it. */
export function permissionsIn(kind: SubjectKind, value: unknown, event: string): Permission[] {
  const regions: [string, unknown][] = isRegions(kind, value) ? Object.entries(value) : [['', value]];
  return regions.flatMap(([region, state]) =>
    [nameOf(state), '*'].flatMap((name) => byState.get(keyOf(kind, region, name, event)) ?? []),
  );
}

const isRegions = (kind: SubjectKind, value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && kind !== 'obligation';

function nameOf(state: unknown): string {
  if (typeof state === 'string') return state;
  const [entry] = Object.entries((state ?? {}) as Record<string, unknown>);
  return entry ? [entry[0], nameOf(entry[1])].filter(Boolean).join('.') : '';
}

import {
  EVENT_LABELS,
  PERSONAL_DATA,
  ROUTES,
  TRAIL_KIND_LABELS,
  TRAIL_WAY_LABELS,
  routeInWords,
  type PersonRef,
  type Route,
  type TrailEntryView,
  type TrailKindName,
} from '#contract';
import { trailActionLabel, type Spoken } from '#engine';
import type { TrailKind, TrailRow } from '#persistence';

const SHOWN = 20;
type Names = ReadonlyMap<string, string>;

/** Ids that a page of rows needs the names of. */
export const idsIn = (
  rows: readonly TrailRow[],
): { persons: string[]; units: string[]; subjects: string[] } => ({
  persons: present(rows.flatMap((row) => [row.actorId, row.onBehalfOf, ...row.personIds.slice(0, SHOWN)])),
  units: present(rows.flatMap((row) => [row.unitId, targetOf(row, ['unit'])])),
  subjects: present(
    rows.map((row) => (row.chainKind === 'actor' ? targetOf(row, ['task', 'product']) : row.chainId)),
  ),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What a line of a person's own chain is about, where it is a thing of one of these kinds. */
const targetOf = ({ targetKind, targetId }: TrailRow, kinds: readonly string[]): string | null =>
  targetKind !== null && targetId !== null && kinds.includes(targetKind) && UUID.test(targetId)
    ? targetId
    : null;

export function trailEntryView(row: TrailRow, names: Names, spoken: Spoken): TrailEntryView {
  const person = (id: string | null): PersonRef | null =>
    id === null ? null : { id, name: names.get(id) ?? null };
  const ofSubject = row.chainKind !== 'actor';
  const kind = row.kind as TrailKindName;
  return {
    chain: { kind: row.chainKind as TrailEntryView['chain']['kind'], id: row.chainId },
    seq: row.seq,
    at: row.at,
    kind,
    kindLabel: TRAIL_KIND_LABELS[kind],
    action: row.action,
    actionLabel: ofSubject
      ? (EVENT_LABELS[row.action] ?? row.action)
      : trailActionLabel(row.kind as TrailKind, row.action),
    actor: person(row.actorId),
    onBehalfOf: person(row.onBehalfOf),
    unit: row.unitId === null ? null : { id: row.unitId, name: names.get(row.unitId) ?? '' },
    subject: subjectOf(row, names, spoken),
    persons: row.personIds.slice(0, SHOWN).map((id) => ({ id, name: names.get(id) ?? null })),
    personCount: row.personIds.length,
    viaLabel: row.via === null ? null : TRAIL_WAY_LABELS[row.via as keyof typeof TRAIL_WAY_LABELS],
    sessionId: row.sessionId,
    tokenId: row.tokenId,
    address: row.address,
    agent: row.agent,
    before: row.before ?? null,
    after: row.after ?? null,
    details: row.details,
    erased: row.erased,
    hash: row.hash,
    seal:
      row.sealNumber === null || row.sealedAt === null
        ? null
        : { number: row.sealNumber, sealedAt: row.sealedAt },
  };
}

function subjectOf(row: TrailRow, names: Names, spoken: Spoken): TrailEntryView['subject'] {
  const { targetKind: kind, targetId: id } = row;
  if (kind === null || id === null) return null;
  if (kind !== 'route') return { kind, id, title: names.get(id) ?? id };
  const shown = (row.details as { of?: unknown } | null)?.of;
  const of =
    typeof shown === 'string' ? (PERSONAL_DATA as Readonly<Record<string, string>>)[shown] : undefined;
  const words = [of === undefined ? undefined : spoken.word(of), routeTitle(id, spoken)];
  return { kind, id, title: words.filter((word) => word !== undefined).join(' · ') };
}

/** What was asked for, where it still is a route. */
function routeTitle(id: string, { language }: Spoken): string {
  const route = (ROUTES as Readonly<Record<string, Route>>)[id];
  if (route === undefined) return id;
  return language === 'en' ? routeInWords(id) : route.summary;
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

import type { Role } from '#accountability';
import type { Instant } from '#calendar';
import type { Transaction } from '../../transaction.js';
import { withNamed, type TodayValues } from '../today.js';
import { CARDS_OF_ADMINISTRATION } from './cards-of-administration.js';
import { CARDS_OF_OFFICES } from './cards-of-offices.js';
import { CARDS_OF_PUBLICATION } from './cards-of-publication.js';
import { CARDS_OF_SIGN_OFF } from './cards-of-sign-off.js';
import { CARDS_OF_STANDING } from './cards-of-standing.js';
import { CARDS_OF_UNITS } from './cards-of-units.js';
import type { DeskCardSource } from './desk-card.js';

/** Every card of every desk, in the order in which cards of the same urgency stand. */
export const DESK_CARD_SOURCES = [
  ...CARDS_OF_SIGN_OFF,
  ...CARDS_OF_UNITS,
  ...CARDS_OF_OFFICES,
  ...CARDS_OF_STANDING,
  ...CARDS_OF_PUBLICATION,
  ...CARDS_OF_ADMINISTRATION,
] as const;
export type DeskCardSourceName = (typeof DESK_CARD_SOURCES)[number]['name'];

/** A role as the person holds it. */
export interface HeldHere {
  role: Role;
  scopeKind: 'jurisdiction' | 'plan' | 'action' | 'unit';
  scopeId: string;
}

export interface DeskItemRow {
  id: string;
  title: string;
  note: string | null;
  at: Instant | null;
  period: string | null;
  lag: number | null;
}
export interface DeskCardRows {
  card: DeskCardSource & { name: DeskCardSourceName };
  count: number;
  items: DeskItemRow[];
}

/** A page that has room for three shows three of them. */
const SHOWN = 8;
const COUNTED_AT_MOST = 10_001;

/** The cards of the roles that are held, each with its number and its first items by their clock: one statement a card. */
export async function readDesk(
  tx: Transaction,
  held: readonly HeldHere[],
  asking: { personId: string; now: Instant; today: TodayValues },
): Promise<DeskCardRows[]> {
  const cards = DESK_CARD_SOURCES.filter(({ roles }) =>
    held.some(({ role }) => (roles as readonly Role[]).includes(role)),
  );
  return Promise.all(cards.map((card) => readCard(tx, card, held, asking)));
}

async function readCard(
  tx: Transaction,
  card: DeskCardRows['card'],
  held: readonly HeldHere[],
  { personId, now, today }: { personId: string; now: Instant; today: TodayValues },
): Promise<DeskCardRows> {
  const mine = held.filter(({ role }) => card.roles.includes(role));
  const inKind = (kinds: readonly string[]): string[] =>
    mine.filter(({ scopeKind }) => kinds.includes(scopeKind)).map(({ scopeId }) => scopeId);
  const given: Record<string, unknown> = {
    units: inKind(['unit']),
    scopes: inKind(['plan', 'action']),
    everywhere: inKind(['jurisdiction']).length > 0,
    roles: mine.map(({ role }) => role),
    self: personId,
    // Of the lists: drafts of notices are shown to the offices that have a card of them, people without naming one.
    withDrafts: true,
    person: null,
    now,
    ...today,
  };
  const { sql, params } = cardStatement(card, tx.scope.jurisdictionId, given);
  const rows = await tx.query<DeskItemRow & { total: number }>(sql, params);
  return { card, count: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) };
}

function cardStatement(
  card: DeskCardSource,
  jurisdictionId: string,
  given: Record<string, unknown>,
): { sql: string; params: unknown[] } {
  const { source } = card;
  const rows = `${source.table} ${source.alias} ${source.base ?? ''}`;
  const own = `${source.alias}.jurisdiction_id = $1`;
  const byTime = card.latestFirst === true ? 'desc nulls last' : 'nulls last';
  // What is said of a row is looked up for the few that are shown.
  const text = `with found as materialized (
      select ${source.alias}.id as row_id, ${card.at} as at, (${card.lag ?? 'null'})::numeric as lag from ${rows}
      where ${own} ${source.where === undefined ? '' : `and ${source.where}`} and ${card.where}
      limit ${COUNTED_AT_MOST}),
    shown as materialized (select * from found order by at ${byTime}, lag desc nulls last, row_id limit ${SHOWN})
    select (select count(*)::int from found) as total, ${card.id ?? `${source.alias}.id`} as id, ${card.title} as title,
      ${card.note} as note, ${card.period ?? 'null::text'} as period, shown.at, shown.lag
    from shown join ${rows} on ${source.alias}.id = shown.row_id ${card.joins ?? ''}
    where ${own} order by shown.at ${byTime}, shown.lag desc nulls last, shown.row_id`;
  return withNamed(text, given, [jurisdictionId]);
}

import { Controller } from '@nestjs/common';
import { z } from 'zod';
import type { ChainStateView, TrailPage } from '#contract';
import type { Spoken } from '#engine';
import { searchTrail, trailNames, type Transaction } from '#persistence';
import { chainState, proveConsistency, proveEvent, sealsAfter, type EventProof } from '#sealing';
import { ApiContext } from '../api-dependencies.js';
import { markOf, nextCursor } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { SpokenIn } from '../http/spoken.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { addressPattern } from './address-pattern.js';
import { chainStateView } from './chain-state.view.js';
import { idsIn, trailEntryView } from './trail.view.js';

/** How far a search looks back that does not say, ms. */
const LOOKS_BACK = 31 * 24 * 60 * 60_000;
const markSchema = z.object({
  at: z.iso.datetime({ precision: 3 }),
  chainKind: z.string().max(20),
  chainId: z.guid(),
  seq: z.int().positive(),
});

/** The trail, for auditors and the audit administrator of a jurisdiction; the seals, for everybody. */
@Controller()
export class TrailController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('trail')
  trail(
    @Input() { query }: InputOf<'trail'>,
    @Requester() who: Who,
    @SpokenIn() spoken: Spoken,
  ): Promise<TrailPage> {
    refuseUnconcerned('trail', who);
    const after = markOf(markSchema, query.cursor) ?? null;
    return this.read(who.jurisdictionId, async (tx) => {
      const from = query.from ?? (await this.lookBack(tx, who.jurisdictionId));
      const rows = await searchTrail(tx, who.jurisdictionId, {
        person: query.person ?? null,
        unit: query.unit ?? null,
        subject: query.subject ?? null,
        kind: query.kind ?? null,
        from,
        until: query.until ?? null,
        address: addressPattern(query.address),
        limit: query.limit,
        after,
      });
      const names = await trailNames(tx, who.jurisdictionId, idsIn(rows));
      return {
        items: rows.map((row) => trailEntryView(row, names, spoken)),
        nextCursor: nextCursor(rows, query.limit, ({ at, chainKind, chainId, seq }) => ({
          at,
          chainKind,
          chainId,
          seq,
        })),
        from,
      };
    });
  }

  @Endpoint('trailChain')
  chain(@Input() { params }: InputOf<'trailChain'>, @Requester() who: Who): Promise<ChainStateView> {
    refuseUnconcerned('trail', who);
    return this.read(who.jurisdictionId, async (tx) => {
      const state = await chainState(tx, who.jurisdictionId, params);
      if (state === null) throw problem('NotFound');
      const ids = { persons: [params.id], units: [], subjects: [params.id] };
      return chainStateView(state, await trailNames(tx, who.jurisdictionId, ids));
    });
  }

  @Endpoint('trailProof')
  async proof(@Input() { params }: InputOf<'trailProof'>, @Requester() who: Who): Promise<EventProof> {
    refuseUnconcerned('trail', who);
    const proof = await this.read(who.jurisdictionId, (tx) => proveEvent(tx, who.jurisdictionId, params));
    if (proof === null) throw problem('NotFound');
    return proof;
  }

  @Endpoint('publicSeals')
  publicSeals(@Input() { params, query }: InputOf<'publicSeals'>): Promise<object> {
    return this.read(params.id, async (tx) => {
      const items = await sealsAfter(tx, params.id, query.after, query.limit);
      const last = items.at(-1);
      return { items, nextAfter: last === undefined || items.length < query.limit ? null : last.number };
    });
  }

  @Endpoint('sealConsistency')
  async consistency(@Input() { params, query }: InputOf<'sealConsistency'>): Promise<object> {
    const proof = await this.read(params.id, (tx) => proveConsistency(tx, params.id, query));
    if (proof === null) throw problem('NotFound');
    return proof;
  }

  private read<T>(jurisdictionId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.context.database.transaction({ jurisdictionId }, work, {
      isolation: 'repeatable read',
      readOnly: true,
    });
  }

  /** From the newest that there is: in a rehearsal, events are dated to another year. */
  private async lookBack(tx: Transaction, jurisdictionId: string): Promise<string> {
    const [row] = await tx.query<{ newest: string | null }>(
      `select least((select max(at) from event where jurisdiction_id = $1),
         (select max(at) from trail_line where jurisdiction_id = $1)) as newest`,
      [jurisdictionId],
    );
    return new Date(Date.parse(row?.newest ?? this.context.now()) - LOOKS_BACK).toISOString();
  }
}

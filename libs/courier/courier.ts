import { nextOpenInstant, type Instant } from '#calendar';
import { DEFAULT_BACKOFF, type BackoffRule, type Channel } from '#notify';
import {
  holdLetters,
  recoverLetters,
  type ChannelRead,
  type Clock,
  type Database,
  type Transaction,
} from '#persistence';
import { letterLinks } from './letter-links.js';
import { openChannel, type OutsideWorld } from './open-channel.js';
import { packLetters, type PackingRules } from './pack-letters.js';
import type { SecretBox } from './secret-box.js';
import { sendLetters, type CourierFault, type LinkRules } from './send-letters.js';
import { shareOut, type CourierRules } from './share-out.js';
import { watchOver } from './watch-over.js';

export interface CourierOptions {
  database: Database;
  clock: Clock;
  world: OutsideWorld;
  /** The policy and the calendar in force in a transaction's jurisdiction. */
  rules: (tx: Transaction) => Promise<CourierRules>;
  letters: Pick<PackingRules, 'linkDays'> & {
    /** Where people reach the system: `https://…`, no slash at the end. Null: letters carry no link. */
    baseUrl: string | null;
  };
  backoff?: BackoffRule;
  fault?: CourierFault;
}

export interface Carried {
  /** Messages looked at for contacts. */
  sharedOut: number;
  packed: number;
  attempts: number;
}

/** Carries messages out of the house. Any number of couriers may run, in any number of processes. */
export interface Courier {
  /** Does everything that can be done for a jurisdiction now. */
  carry(this: void, jurisdictionId: string): Promise<Carried>;
  /** Jurisdictions where there is something to do now. */
  whereNeeded(this: void): Promise<string[]>;
  close(): Promise<void>;
}

const BATCH = 2_000;

export function createCourier(options: CourierOptions): Courier {
  const { database, clock, world, rules, letters, backoff = DEFAULT_BACKOFF } = options;
  const { fault = () => undefined } = options;
  const open = new OpenChannels(world);
  const { linkDays } = letters;
  const links = linksOf(world.box, letters.baseUrl);
  const now = (): Instant => clock.now();
  return {
    whereNeeded: () =>
      database.outsideTenants(async (tx) => {
        const rows = await tx.query<{ id: string }>(
          'select jurisdiction_id as id from jurisdictions_with_letters($1)',
          [now()],
        );
        return rows.map(({ id }) => id);
      }),
    carry: async (jurisdictionId) => {
      let sharedOut = 0;
      for (let batch = BATCH; batch === BATCH; sharedOut += batch) {
        batch = await database.transaction({ jurisdictionId }, async (tx) =>
          shareOut(tx, await rules(tx), BATCH),
        );
      }
      const packed = await database.transaction({ jurisdictionId }, async (tx) => {
        await recoverLetters(tx, now());
        await watchOver(tx, now());
        const { policy, calendar } = await rules(tx);
        const at = now();
        const letterCount = await packLetters(tx, at, {
          linkDays,
          links,
          throttle: policy.messages.throttle,
        });
        // What an outage or a peer in trouble has left over: nobody is written to at night or on a holiday for that.
        const opens = nextOpenInstant(calendar, at, policy.quietHours);
        if (opens > at) await holdLetters(tx, at, opens);
        return letterCount;
      });
      const attempts = await sendLetters({
        database,
        jurisdictionId,
        now,
        open: (row) => open.of(row),
        links,
        backoff,
        fault,
      });
      return { sharedOut, packed, attempts };
    },
    close: () => open.close(),
  };
}

/** Null also where the installation has no key: its letters go out without links. */
function linksOf(box: SecretBox, baseUrl: string | null): LinkRules | null {
  if (baseUrl === null) return null;
  try {
    return { ...letterLinks(box), baseUrl };
  } catch {
    return null;
  }
}

/** Channels by what their rows say: one with other settings is opened anew, and the old one closed. */
class OpenChannels {
  readonly #world: OutsideWorld;
  readonly #open = new Map<string, { says: string; channel: Channel }>();

  constructor(world: OutsideWorld) {
    this.#world = world;
  }

  of(row: ChannelRead): Channel {
    const says = JSON.stringify([row.kind, row.settings, row.sealedSecret]);
    const known = this.#open.get(row.id);
    if (known?.says === says) return known.channel;
    const channel = openChannel(row, this.#world);
    void known?.channel.close();
    this.#open.set(row.id, { says, channel });
    return channel;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ channel }) => channel.close()));
    this.#open.clear();
  }
}

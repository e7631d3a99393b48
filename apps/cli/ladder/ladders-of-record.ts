import { laddersOf, pauseLadder, resumeLadder, type Engine } from '#engine';
import { ladderPauses, latestPolicyVersion, type LadderPauseRead } from '#persistence';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { accepted, type UnitsOptions } from '../units/units-of-record.js';

export interface ListedLadder {
  name: string;
  label: string;
  /** Since when, until when and why it stands still; null: it does not. */
  paused: Pick<LadderPauseRead, 'pausedAt' | 'until' | 'reason'> | null;
}

/** The ladders of the policy in force. @throws CliError NOT_LOADED */
export const listLadders = (options: UnitsOptions): Promise<ListedLadder[]> =>
  within(options, (engine, jurisdictionId) =>
    engine.context.database.transaction({ jurisdictionId }, async (tx) => {
      const policy = await engine.context.book.policy(tx, await latestPolicyVersion(tx));
      const open = (await ladderPauses(tx)).filter(({ resumedAt }) => resumedAt === null);
      return laddersOf(policy).map(({ name, label }) => {
        const pause = open.find(({ ladder }) => ladder === name);
        const { pausedAt, until, reason } = pause ?? {};
        const paused = pausedAt && until && reason ? { pausedAt, until, reason } : null;
        return { name, label, paused };
      });
    }),
  );

/** @throws CliError NOT_LOADED, REFUSED */
export const pause = (
  ladder: string,
  options: UnitsOptions & { reason: string; by: string; until?: string },
): Promise<{ label: string; until: string }> =>
  within(options, async (engine, jurisdictionId) => {
    const { reason, until } = options;
    const by = await personNamed(engine, jurisdictionId, options.by);
    const asked = { jurisdictionId, ladder, reason, by, ...(until === undefined ? {} : { until }) };
    return accepted(await pauseLadder(engine.context, asked));
  });

/** @throws CliError NOT_LOADED, REFUSED */
export const resume = (
  ladder: string,
  options: UnitsOptions & { by: string },
): Promise<{ label: string; at: string }> =>
  within(options, async (engine, jurisdictionId) => {
    const by = await personNamed(engine, jurisdictionId, options.by);
    return accepted(await resumeLadder(engine.context, { jurisdictionId, ladder, by }));
  });

const within = <T>(
  options: UnitsOptions,
  work: (engine: Engine, jurisdictionId: string) => Promise<T>,
): Promise<T> =>
  withRecord(options, async (engine) =>
    work(engine, (await oneJurisdiction(engine, options.jurisdiction)).id),
  );

async function personNamed(
  engine: Engine,
  jurisdictionId: string,
  username: string,
): Promise<{ personId: string; name: string }> {
  const [row] = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ personId: string; name: string }>(
      'select id as "personId", name from person where jurisdiction_id = $1 and username = $2 and active',
      [jurisdictionId, username],
    ),
  );
  if (row) return row;
  throw new CliError('REFUSED', `没有登录名为“${username}”的在用账号。`);
}

export const laddersText = (ladders: readonly ListedLadder[]): string =>
  ladders
    .map(({ name, label, paused }) =>
      paused === null ? `${name}\t${label}` : `${name}\t${label}\t暂停至 ${paused.until}：${paused.reason}`,
    )
    .join('\n');

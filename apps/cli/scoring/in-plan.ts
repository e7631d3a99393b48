import type { Outcome } from '#accountability';
import type { Engine } from '#engine';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';

export interface PlaceOptions {
  plan?: string;
  jurisdiction?: string;
  data?: string;
}

export interface InPlan {
  engine: Engine;
  jurisdictionId: string;
  jurisdiction: string;
  /** Null: all plans together. */
  planId: string | null;
}

/** Opens the record for a command about a plan, or about all of them. @throws CliError NOT_LOADED */
export function inPlan<T>(options: PlaceOptions, work: (place: InPlan) => Promise<T>): Promise<T> {
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId, name } = await oneJurisdiction(engine, options.jurisdiction);
    const planId = options.plan === undefined ? null : await planIdOf(engine, jurisdictionId, options.plan);
    return work({ engine, jurisdictionId, jurisdiction: name, planId });
  });
}

async function planIdOf(engine: Engine, jurisdictionId: string, code: string): Promise<string> {
  const [plan] = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ id: string }>('select id from plan where code = $1', [code]),
  );
  if (plan) return plan.id;
  throw new CliError('NOT_LOADED', `没有代号为 ${code} 的方案。可用 npx luoshi plan --help 查看有关命令。`);
}

/** A unit by its name or one of its directory codes. @throws CliError NOT_LOADED */
export async function unitIdOf({ engine, jurisdictionId }: InPlan, name: string): Promise<string> {
  const [unit] = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ id: string }>('select id from unit where name = $1 or code = $1', [name]),
  );
  if (unit) return unit.id;
  throw new CliError('NOT_LOADED', `没有名为“${name}”的单位；请核对全称（npx luoshi units list）。`);
}

/** What the engine gave. @throws CliError REFUSED with its words */
export function granted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new CliError('REFUSED', outcome.rejection.message);
}

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CalendarError, periodFromKey } from '#calendar';
import { ledgerOf } from '#engine';
import { boundUnit } from '#identity';
import { CliError } from '../cli-error.js';
import { inPlan, unitIdOf, type InPlan, type PlaceOptions } from '../scoring/in-plan.js';
import { sealOfInstallation, whoFills } from './who-fills.js';

export interface GetLedgerOptions extends PlaceOptions {
  plan: string;
  /** `2024-05` is the monthly ledger, `2024-05 上旬` the ten-day one. */
  period: string;
  /** The code of an action, or the name of a unit; neither: the whole plan. */
  action?: string;
  unit?: string;
  /** Whose owed reports stand on a sheet to be filled in; none: it is for looking at. */
  as?: string;
  out?: string;
  json?: boolean;
}

/**
 * Writes a ledger as the page gives it to a file, which is never written over.
 * @throws CliError NOT_LOADED (no such plan, action, unit, person, or nothing in the period), REFUSED, FILE_EXISTS, FILE_NOT_WRITTEN
 */
export function getLedger(options: GetLedgerOptions): Promise<{ file: string; size: number }> {
  if (options.action !== undefined && options.unit !== undefined)
    throw new CliError('OPTION_INVALID', '--action 和 --unit 只能写一个。');
  const period = periodOf(options.period);
  return inPlan(options, async (place) => {
    const { engine, jurisdictionId, planId } = place;
    const actor = options.as === undefined ? undefined : await whoFills(engine, jurisdictionId, options.as);
    const ledger = await ledgerOf(engine.context, {
      jurisdictionId,
      planId: planId ?? '',
      period,
      unitId: actor && boundUnit(actor),
      of: await scopeOf(place, options),
      filler: actor && { actor, seal: await sealOfInstallation(options) },
    });
    if (ledger === null) throw new CliError('NOT_LOADED', `${period} 没有台账：这一期还没有到期的填报。`);
    const file = options.out ?? ledger.fileName;
    await writeNew(file, ledger.bytes);
    return { file, size: ledger.bytes.byteLength };
  });
}

async function scopeOf(
  place: InPlan,
  { plan, action, unit }: GetLedgerOptions,
): Promise<{ actionId?: string; unitId?: string }> {
  if (unit !== undefined) return { unitId: await unitIdOf(place, unit) };
  if (action === undefined) return {};
  const { engine, jurisdictionId, planId } = place;
  const [found] = await engine.context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ id: string }>('select id from action where plan_id = $1 and code = $2', [planId, action]),
  );
  if (!found) throw new CliError('NOT_LOADED', `方案 ${plan} 没有代号为 ${action} 的行动。`);
  return { actionId: found.id };
}

/** Somebody's filled-in ledger may have that name: what is there stays. */
export async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw exists
      ? new CliError('FILE_EXISTS', `${path.resolve(file)} 已存在，不覆盖；请另选文件名。`, { cause: error })
      : new CliError('FILE_NOT_WRITTEN', `不能写入 ${path.resolve(file)}。`, { cause: error });
  }
}

function periodOf(key: string): string {
  try {
    return periodFromKey(key).key;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new CliError('REFUSED', `没有“${key}”这样的报告期；写法如 2024-05、"2024-05 中旬"。`, {
      cause: error,
    });
  }
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LedgerUpload } from '#contract';
import { DocumentRefused, readWorkbook } from '#documents';
import { checkWorkbook, fileWorkbook, markedWorkbook, type TakenWorkbook } from '#engine';
import { boundUnit } from '#identity';
import { CliError } from '../cli-error.js';
import { granted, inPlan, type PlaceOptions } from '../scoring/in-plan.js';
import { ledgerUpload } from '../../api/ledger/ledger.view.js';
import { writeNew } from './get-ledger.js';
import { sealOfInstallation, whoFills } from './who-fills.js';

export interface TakeLedgerOptions extends Pick<PlaceOptions, 'jurisdiction' | 'data'> {
  /** In whose name. */
  as: string;
  /** Where the rows that were not filed go; by default beside the file. What is only tried is written where this is given alone. */
  marked?: string;
}

/** What became of each row, as HTTP says it, and where the rows that were not filed are. */
export interface TakenLedger extends Omit<LedgerUpload, 'marked'> {
  /** Null where nothing was left over. */
  marked: string | null;
  /** Something that was filled in was not filed, or could not be. */
  left: boolean;
}

/**
 * Tries a filled-in ledger, or files its good rows, by the same functions as the page. The rest is written to a workbook of its own with
 * what is wrong; a file that is there is not written over.
 * @throws CliError FILE_UNREADABLE, FILE_INVALID (no workbook), REFUSED (not of this installation, not to be filed by that person), FILE_EXISTS
 */
export async function takeLedger(
  file: string,
  options: TakeLedgerOptions & { file: boolean },
): Promise<TakenLedger> {
  const bytes = await bytesOf(file);
  const sheets = await sheetsOf(bytes);
  return inPlan(options, async ({ engine, jurisdictionId }) => {
    const { context } = engine;
    const actor = await whoFills(engine, jurisdictionId, options.as);
    const seal = await sealOfInstallation(options);
    const command = { jurisdictionId, actor, unitId: boundUnit(actor), sheets, seal, sittingId: undefined };
    const tried = known(await checkWorkbook(context, command));
    const rest = await markedWorkbook(context, command, tried);
    const marked = rest === null ? null : (options.marked ?? (options.file ? besides(file) : null));
    // Ahead of the filing: who cannot be given back what was not filed has not filed either.
    if (rest !== null && marked !== null) await writeNew(marked, rest);
    const taken = options.file
      ? known(await fileWorkbook(context, { ...command, idempotencyKey: keyOf(options.as, bytes) }))
      : tried;
    const said = ledgerUpload(taken, !options.file, context.clock.now(), null);
    return { ...said, marked, left: isLeft(said) };
  });
}

/** A name that is still free: what was handed back before may be being mended. */
function besides(file: string): string {
  const { dir, name } = path.parse(file);
  for (let count = 1; ; count += 1) {
    const free = path.join(dir, `${name}-待处理${count === 1 ? '' : count}.xlsx`);
    if (!existsSync(free)) return free;
  }
}

/** The same file by the same person is the same intention. */
const keyOf = (username: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`ledger ${username} `).update(bytes).digest('hex');

const DONE: readonly string[] = ['file', 'filed', 'untouched', 'same'];

const isLeft = ({ rows, strays }: LedgerUpload): boolean =>
  strays.length > 0 || rows.some(({ outcome }) => !DONE.includes(outcome));

type Taken = Awaited<ReturnType<typeof checkWorkbook>> | Awaited<ReturnType<typeof fileWorkbook>>;

function known(taken: Taken): TakenWorkbook {
  if ('message' in taken) throw new CliError('REFUSED', taken.message);
  return granted(taken);
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CliError('FILE_UNREADABLE', `读不了文件 ${path.resolve(file)}。`, { cause: error });
  }
}

async function sheetsOf(bytes: Buffer): ReturnType<typeof readWorkbook> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    throw new CliError('FILE_INVALID', `不是可以读取的 .xlsx 台账（${error.code}）。`, { cause: error });
  }
}

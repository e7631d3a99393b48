import { writeFile } from 'node:fs/promises';
import { drawRecordOf, leavesAtMachine } from '#engine';
import { listDraws, type DrawRow, type Transaction } from '#persistence';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { table } from '../terminal/table.js';

interface OfRecord {
  data?: string;
  jurisdiction?: string;
}

export interface KeptDraw {
  plan: string;
  id: string;
  state: DrawRow['state'];
  commitment: string;
  committedAt: string;
  population: number | null;
  drawn: number | null;
  recordHash: string | null;
}

function read<T>(options: OfRecord, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    return engine.context.database.transaction({ jurisdictionId }, work, { readOnly: true });
  });
}

/** The draws there were, newest first; the secret of none that is still open. */
export const listDrawsOfRecord = (options: OfRecord & { plan?: string }): Promise<KeptDraw[]> =>
  read(options, async (tx) => {
    const plans = await tx.query<{ id: string; code: string }>(
      'select id, code from plan where $1::text is null or code = $1 order by code',
      [options.plan ?? null],
    );
    if (options.plan !== undefined && plans.length === 0)
      throw new CliError('NOT_LOADED', `没有代号为 ${options.plan} 的方案。`);
    const draws: KeptDraw[] = [];
    for (const plan of plans)
      for (const draw of await listDraws(tx, plan.id))
        draws.push({
          plan: plan.code,
          id: draw.id,
          state: draw.state,
          commitment: draw.commitment,
          committedAt: draw.committedAt,
          population: Array.isArray(draw.population) ? draw.population.length : null,
          drawn: (draw.record as { drawn: unknown[] } | null)?.drawn.length ?? null,
          recordHash: draw.recordHash,
        });
    return draws;
  });

const STATES: Record<DrawRow['state'], string> = {
  committed: '已公布承诺',
  frozen: '名单已冻结',
  drawn: '已抽签',
  abandoned: '已作废',
};

export function drawsText(draws: readonly KeptDraw[]): string {
  if (draws.length === 0) return '还没有抽查。\n';
  const rows = draws.map(({ plan, id, state, committedAt, population, drawn, commitment }) => [
    plan,
    id,
    STATES[state],
    committedAt.slice(0, 16),
    String(population ?? ''),
    String(drawn ?? ''),
    commitment,
  ]);
  return `${table(['方案', '编号', '状态', '承诺时间', '名单', '抽中', '承诺值'], rows)}\n`;
}

/** Writes the record of a draw to a file. @throws CliError NOT_LOADED, FILE_UNREADABLE */
export async function exportDraw(id: string, options: OfRecord & { out: string }): Promise<string> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id))
    throw new CliError('NOT_LOADED', `“${id}”不是抽查编号；可用 npx luoshi draw list 查看。`);
  const record = await withRecord(options, async (engine) => {
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    const { database } = engine.context;
    const kept = await database.transaction({ jurisdictionId }, (tx) => drawRecordOf(tx, id), {
      readOnly: true,
    });
    if (kept !== null)
      await leavesAtMachine(database, jurisdictionId, 'draw export', {
        action: 'listExported',
        target: { kind: 'draw', id },
        after: { file: options.out },
      });
    return kept;
  });
  if (record === null)
    throw new CliError('NOT_LOADED', `没有编号为 ${id} 的抽查，或尚未抽签；可用 npx luoshi draw list 查看。`);
  try {
    await writeFile(options.out, `${JSON.stringify(record, null, 2)}\n`);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new CliError('FILE_UNREADABLE', `写不了文件 ${options.out}（${code}）。请检查目录和权限。`, {
      cause: error,
    });
  }
  return `已写入 ${options.out}。任何人可用 npx luoshi draw repeat ${options.out} 重抽核对。\n`;
}

import { eraseEvidence } from '#engine';
import { objectKey, openObjectStore } from '#evidence';
import type { Transaction } from '#persistence';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withRecord } from '../system/with-record.js';

export interface EraseOptions {
  data?: string;
  jurisdiction?: string;
  reason: string;
  by: string;
  confirmedBy: string;
}

/** Erases a file by law: first the record says so, then the bytes go. @throws CliError NOT_LOADED, REFUSED */
export async function eraseFile(
  id: string,
  options: EraseOptions,
): Promise<{ sha256: string; uses: number }> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id))
    throw new CliError(
      'REFUSED',
      `“${id}”不是佐证材料的编号。编号见任务页的佐证材料或 GET /api/v1/tasks/{id}/evidence。`,
    );
  const store = await openObjectStore(withOptions(readEnvironment().config, options));
  try {
    return await withRecord(options, async (engine) => {
      const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
      const erased = await engine.context.database.transaction({ jurisdictionId }, async (tx) =>
        eraseEvidence(engine.context, tx, {
          evidenceId: id,
          reason: options.reason,
          askedBy: await personNamed(tx, options.by),
          confirmedBy: await personNamed(tx, options.confirmedBy),
        }),
      );
      if (erased === 'persons')
        throw new CliError(
          'REFUSED',
          '依法删除须由两人办理：督查室或指挥部办公室一人决定（--by），督查室、指挥部办公室或审计的另一人复核（--confirmed-by）。',
        );
      if (erased === null) throw new CliError('REFUSED', '没有这份佐证材料，或已依法删除。');
      await store.remove(objectKey(jurisdictionId, erased.sha256));
      return erased;
    });
  } finally {
    store.close();
  }
}

async function personNamed(tx: Transaction, username: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'select id from person where jurisdiction_id = $1 and username = $2 and active and barred_at is null',
    [tx.scope.jurisdictionId, username],
  );
  if (row) return row.id;
  throw new CliError('REFUSED', `没有登录名为“${username}”的在用账号。`);
}

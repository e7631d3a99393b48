import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { leavesAtMachine } from '#engine';
import { systemClock } from '#persistence';
import { trailLines, trailOfRecord } from '#sealing';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';

/**
 * Writes a jurisdiction's trail with its seals to a file, as of one moment. The file is there whole or not at all.
 *
 * @throws CliError NOT_LOADED, FILE_NOT_WRITTEN
 */
export function exportTrail(
  file: string,
  options: { data?: string; jurisdiction?: string },
): Promise<{ jurisdictionId: string }> {
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    const { database } = engine.context;
    await leavesAtMachine(database, jurisdictionId, 'audit export', {
      action: 'trailExported',
      after: { file },
    });
    const half = `${file}.part`;
    try {
      await database.transaction(
        { jurisdictionId },
        (tx) =>
          pipeline(
            Readable.from(trailLines(trailOfRecord(tx, jurisdictionId), systemClock.now())),
            createWriteStream(half, { mode: 0o600 }),
          ),
        { isolation: 'repeatable read', readOnly: true },
      );
      await rename(half, file);
    } catch (error) {
      await rm(half, { force: true });
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined || !code.startsWith('E')) throw error;
      throw new CliError('FILE_NOT_WRITTEN', `写不进文件 ${file}（${code}）。请换一个位置，或腾出空间。`, {
        cause: error,
      });
    }
    return { jurisdictionId };
  });
}

import { attachPlanSource, directoryOf, importPlan, type ImportedPlan } from '#engine';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { planOfFile, type DocumentFacts } from './plan-of-file.js';
import { readGivenFile } from './read-file.js';

export interface ImportOptions extends DocumentFacts {
  data?: string;
  jurisdiction?: string;
}

export type ImportedFile = ImportedPlan & { planCode: string };

/** Puts a plan into the record: everything drafted, nothing dispatched; a person confirms. @throws CliError REFUSED */
export async function importFile(file: string, options: ImportOptions): Promise<ImportedFile> {
  const bytes = await readGivenFile(file);
  return withRecord(options, async (engine) => {
    const jurisdiction = await oneJurisdiction(engine, options.jurisdiction);
    progress(`读取 ${file}`);
    const { plan, source } = await planOfFile(file, bytes, options, jurisdiction);
    const { database, book, clock } = engine.context;
    progress(`导入 ${plan.tasks.length} 项任务`);
    const outcome = await database.transaction({ jurisdictionId: jurisdiction.id }, async (tx) => {
      const [row] = await tx.query<{ version: number | null }>(
        'select max(version) as version from policy_version',
        [],
      );
      if (row?.version == null) throw new CliError('NOT_LOADED', '辖区中还没有督办规则，不能导入方案。');
      return importPlan(tx, book, plan, await directoryOf(tx), row.version, clock.now());
    });
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    if (source !== null)
      await attachPlanSource(engine.context, { jurisdictionId: jurisdiction.id, bytes: source });
    return { planCode: plan.id, ...outcome.value };
  });
}

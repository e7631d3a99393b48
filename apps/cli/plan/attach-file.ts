import { attachPlanSource } from '#engine';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { readGivenFile } from './read-file.js';

/** Adds the published text to the plan that was made from it, found by the file's hash. @throws CliError REFUSED */
export async function attachFile(
  file: string,
  options: { data?: string; jurisdiction?: string },
): Promise<{ planCode: string; tasks: number }> {
  const bytes = await readGivenFile(file);
  return withRecord(options, async (engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    const outcome = await attachPlanSource(engine.context, { jurisdictionId: id, bytes });
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    return outcome.value;
  });
}

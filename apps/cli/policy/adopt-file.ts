import { adoptPolicy, migrateToPolicy } from '#engine';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { readPolicyFile } from './read-policy-file.js';

export interface AdoptFileOptions {
  reason: string;
  /** Why it is put in force in spite of warnings. */
  confirm?: string;
  plan?: string;
  migrate?: boolean;
  jurisdiction?: string;
  data?: string;
}

/** Puts a policy file in force. `migrated` null: what is running was left alone. @throws CliError FILE_INVALID, REFUSED */
export async function adoptFile(
  file: string,
  { reason, confirm, plan, migrate, ...where }: AdoptFileOptions,
): Promise<{ version: number; plans: number; migrated: number | null }> {
  const policy = await readPolicyFile(file);
  return withRecord(where, async (engine) => {
    const { id: jurisdictionId, name } = await oneJurisdiction(engine, where.jurisdiction);
    const command = {
      jurisdictionId,
      policy,
      reason,
      confirmation: confirm ?? null,
      planCode: plan,
      adoptedBy: null,
    };
    const adopted = await adoptPolicy(engine.context, command);
    if (!adopted.ok) throw new CliError('REFUSED', adopted.rejection.message);
    const { version, plans } = adopted.value;
    if (migrate !== true) return { version, plans, migrated: null };
    progress(`${name}：在办事项转到第 ${version} 版政策`);
    const moved = await migrateToPolicy(engine.context, { jurisdictionId, version, reason });
    if (!moved.ok) throw new CliError('REFUSED', moved.rejection.message);
    return { version, plans, migrated: moved.value.migrated };
  });
}

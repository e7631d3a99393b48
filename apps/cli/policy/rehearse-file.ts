import { writeFile } from 'node:fs/promises';
import { addDays, instantOf } from '#calendar';
import { drawRehearsal, readRecord, rehearse, type IssueRule } from '#rehearsal';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';
import { readPolicyFile } from './read-policy-file.js';
import type { NamedRehearsal } from './rehearsal-text.js';

export interface RehearseFileOptions {
  policy: string;
  from: string;
  to: string;
  issue: IssueRule;
  plan?: string;
  picture?: string;
  jurisdiction?: string;
  data?: string;
}

/** Runs a policy file over the recorded events; the record is only read. @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED */
export async function rehearseFile(options: RehearseFileOptions): Promise<NamedRehearsal> {
  const policy = await readPolicyFile(options.policy);
  const { from, to, issue } = options;
  if (to < from) throw new CliError('FILE_INVALID', `--to ${to} 早于 --from ${from}；请核对起止日期。`);
  const found = await withRecord(options, async (engine) => {
    const { id: jurisdictionId, name } = await oneJurisdiction(engine, options.jurisdiction);
    progress(`${name}：读取办理记录`);
    return engine.context.database.transaction(
      { jurisdictionId },
      async (tx) => {
        const planCode = options.plan ?? null;
        if (
          planCode !== null &&
          (await tx.query('select 1 from plan where code = $1', [planCode])).length === 0
        )
          throw new CliError(
            'NOT_LOADED',
            `没有代号为 ${planCode} 的方案。可用 npx luoshi plan --help 查看有关命令。`,
          );
        const record = await readRecord(tx, { planCode, until: instantOf(addDays(to, 1), '00:00') });
        const units = await tx.query<{ id: string; name: string }>('select id, name from unit');
        const tasks = await tx.query<{ id: string; code: string }>('select id, code from task');
        return {
          record,
          unitNames: new Map(units.map((unit) => [unit.id, unit.name])),
          taskCodes: new Map(tasks.map(({ id, code }) => [id, code])),
        };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  });
  const { record, unitNames, taskCodes } = found;
  if (record.events.length === 0)
    throw new CliError('NOT_LOADED', `${to} 以前没有办理记录可供预演；请核对日期和方案代号。`);
  progress(`预演 ${record.events.length} 条记录`);
  const rehearsal = rehearse(record, { policy, from, to, issue });
  if (options.picture !== undefined) {
    const nameOf = (unitId: string | null): string =>
      unitId === null ? '审核（督查）环节' : (unitNames.get(unitId) ?? unitId);
    await writePicture(options.picture, drawRehearsal(rehearsal, nameOf));
  }
  return { rehearsal, unitNames, taskCodes };
}

async function writePicture(file: string, svg: string): Promise<void> {
  try {
    await writeFile(file, svg);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new CliError('FILE_UNREADABLE', `写不了图片文件 ${file}（${code}）。请检查目录和权限。`, {
      cause: error,
    });
  }
}

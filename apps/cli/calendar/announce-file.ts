import { parseCalendar } from '#calendar';
import { announceCalendar, reprojectDeadlines } from '#engine';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';

export interface AnnounceOptions {
  reason: string;
  jurisdiction?: string;
  data?: string;
}

/** Puts a calendar file in force and lets every open deadline follow it. @throws CliError FILE_INVALID, REFUSED */
export async function announceFile(
  file: string,
  options: AnnounceOptions,
): Promise<{ version: number; moved: number }> {
  const parsed = parseCalendar(Buffer.from(await readGivenFile(file)).toString('utf8'));
  if (!parsed.ok) {
    const told = parsed.errors.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
    throw new CliError('FILE_INVALID', `日历文件有误，没有启用：\n${told.join('\n')}`);
  }
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId, name } = await oneJurisdiction(engine, options.jurisdiction);
    const outcome = await announceCalendar(engine.context, {
      jurisdictionId,
      calendar: parsed.data,
      reason: options.reason,
      announcedBy: null,
    });
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    progress(`${name}：按新日历推算各项时限`);
    const moved = await reprojectDeadlines(engine.context, jurisdictionId);
    return { version: outcome.value.version, moved };
  });
}

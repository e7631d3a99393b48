import { parseCalendar, type CalendarData } from '#calendar';
import type { CalendarPreview } from '#contract';
import { announceCalendar, foreseeCalendar, reprojectDeadlines } from '#engine';
import { foreseenPreview } from '../../api/rules/foreseen-preview.js';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';

export interface RecordOptions {
  jurisdiction?: string;
  data?: string;
}
export interface AnnounceOptions extends RecordOptions {
  reason: string;
}

/** Puts a calendar file in force and lets every open deadline follow it. @throws CliError FILE_INVALID, REFUSED */
export async function announceFile(
  file: string,
  options: AnnounceOptions,
): Promise<{ version: number; moved: number }> {
  const calendar = await calendarIn(file, '没有启用');
  return withRecord(options, async (engine) => {
    const { id: jurisdictionId, name } = await oneJurisdiction(engine, options.jurisdiction);
    const { reason } = options;
    const outcome = await announceCalendar(engine.context, {
      ...{ jurisdictionId, calendar, reason },
      announcedBy: null,
    });
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    progress(`${name}：按新日历推算各项时限`);
    const moved = await reprojectDeadlines(engine.context, jurisdictionId);
    return { version: outcome.value.version, moved };
  });
}

/**
 * What putting the file in force would move, as the page says it; nothing is written. `version` is the one in force, against which
 * it was reckoned. @throws CliError FILE_INVALID, REFUSED
 */
export async function foreseeFile(
  file: string,
  options: RecordOptions,
): Promise<{ version: number; preview: CalendarPreview }> {
  const calendar = await calendarIn(file, '没有推算');
  return withRecord(options, async (engine) => {
    const { context } = engine;
    const { id: jurisdictionId } = await oneJurisdiction(engine, options.jurisdiction);
    const outcome = await foreseeCalendar(context, { jurisdictionId, calendar });
    if (!outcome.ok) throw new CliError('REFUSED', outcome.rejection.message);
    return {
      version: outcome.value.before.version,
      preview: await foreseenPreview(context, jurisdictionId, outcome.value),
    };
  });
}

async function calendarIn(file: string, not: string): Promise<CalendarData> {
  const parsed = parseCalendar(Buffer.from(await readGivenFile(file)).toString('utf8'));
  if (parsed.ok) return parsed.data;
  const told = parsed.errors.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
  throw new CliError('FILE_INVALID', `日历文件有误，${not}：\n${told.join('\n')}`);
}

import {
  lintPlan,
  parseUnitSeed,
  readPlanDocument,
  resolveUnitName,
  unitDirectory,
  type PlanFinding,
} from '#plan';
import { CliError } from '../cli-error.js';
import { table } from '../terminal/table.js';
import { readGivenFile } from './read-file.js';

/** So many times a month a unit may be asked for something by one plan, where no policy says otherwise. */
const MONTHLY_CAP = 12;

/**
 * What should be settled before a plan is dispatched, as a table or as JSON.
 *
 * @param unitsFile a unit directory (`luoshi.units/1`) to look names up in; left out: names are not looked up
 * @throws DocumentRefused; CliError FILE_INVALID
 */
export async function lintFile(
  file: string,
  { json = false, units }: { json?: boolean; units?: string },
): Promise<string> {
  const isKnownUnit = units === undefined ? undefined : await knownUnits(units);
  const { extraction } = await readPlanDocument(await readGivenFile(file));
  const findings = lintPlan(extraction, {
    ...(isKnownUnit === undefined ? {} : { isKnownUnit }),
    monthlyBurdenCap: MONTHLY_CAP,
  });
  if (json) return `${JSON.stringify({ tasks: extraction.tasks.length, findings }, null, 2)}\n`;
  return textOf(extraction.tasks.length, findings);
}

function textOf(tasks: number, findings: readonly PlanFinding[]): string {
  if (findings.length === 0) return `${tasks} 项任务，没有需要先处理的地方。\n`;
  const rows = findings.map(({ task, code, message }) => [task ?? '全文', code, message]);
  return `${tasks} 项任务，有 ${findings.length} 处请先处理：\n${table(['任务', '代码', '说明'], rows)}\n`;
}

async function knownUnits(file: string): Promise<(name: string) => boolean> {
  const parsed = parseUnitSeed(Buffer.from(await readGivenFile(file)).toString('utf8'));
  if (!parsed.ok)
    throw new CliError(
      'FILE_INVALID',
      parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
    );
  const directory = unitDirectory(parsed.value);
  return (name) => resolveUnitName(name, directory).ok;
}

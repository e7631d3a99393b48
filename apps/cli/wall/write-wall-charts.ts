import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalendarError, periodFromKey } from '#calendar';
import { sheetSvg } from '#charts';
import { readWallCharts } from '#engine';
import { writePng, writeSheetsPdf } from '#official';
import { CliError } from '../cli-error.js';
import { inPlan, type PlaceOptions } from '../scoring/in-plan.js';

export interface WallOptions extends PlaceOptions {
  plan: string;
  /** `2024-05`, `2024-05 中旬`, `2024-Q2` */
  period: string;
  /** The code of an action; left out: the whole plan. */
  action?: string;
  out: string;
  png?: boolean;
}

/** Pixels of a sheet as PNG: twice what most projectors show. */
const PNG_WIDTH = 2_400;

/**
 * Writes the wall charts of a plan or an action for a period into a folder: one PDF with all sheets, each as SVG and, if wanted, as PNG.
 * @throws CliError NOT_LOADED (no such plan, action, or nothing dispatched yet), USAGE (no such period)
 */
export function writeWallCharts(options: WallOptions): Promise<{ files: string[] }> {
  const { plan, action, out } = options;
  const period = periodKey(options.period);
  return inPlan(options, async ({ engine, jurisdictionId, planId }) => {
    const sheets = await engine.context.database.transaction({ jurisdictionId }, async (tx) => {
      const [found] =
        action === undefined
          ? []
          : await tx.query<{ id: string }>('select id from action where plan_id = $1 and code = $2', [
              planId,
              action,
            ]);
      if (action !== undefined && !found)
        throw new CliError('NOT_LOADED', `方案 ${plan} 没有代号为 ${action} 的行动。`);
      const scope = found ? ({ per: 'action', actionId: found.id } as const) : ({ per: 'plan' } as const);
      return readWallCharts(engine.context, tx, { planId: planId ?? '', scope, period });
    });
    if (sheets === null) throw new CliError('NOT_LOADED', `${period} 还没有可以上图的内容：任务尚未下发。`);
    const files: string[] = [];
    await mkdir(out, { recursive: true });
    const write = async (name: string, bytes: Uint8Array | string): Promise<void> => {
      await writeFile(join(out, name), bytes);
      files.push(name);
    };
    const on = engine.context.clock.now();
    await write('wall-charts.pdf', await writeSheetsPdf(sheets, { title: sheets[0]?.title ?? '', on }));
    for (const [at, sheet] of sheets.entries()) {
      const name = `wall-chart-${String(at + 1).padStart(2, '0')}`;
      const svg = sheetSvg(sheet);
      await write(`${name}.svg`, svg);
      if (options.png === true) await write(`${name}.png`, await writePng(svg, PNG_WIDTH));
    }
    return { files };
  });
}

function periodKey(key: string): string {
  try {
    return periodFromKey(key).key;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new CliError('REFUSED', `没有“${key}”这样的报告期；写法如 2024-05、"2024-05 中旬"、2024-Q2。`);
  }
}

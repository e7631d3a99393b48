import { chineseDateTime } from '#calendar';
import { DEMAND_LABELS, type Burden, type DemandKind } from '#engine';
import { table } from '../terminal/table.js';

const hours = (minutes: number): string => `${Math.round((minutes / 60) * 10) / 10}`;

/** Units by month, the most burdened first, and every demand where one unit was asked for. */
export function burdenText({ figures, months }: Burden): string {
  return [
    `每单位每月上限 ${hours(figures.minutesPerMonthCap)} 小时。${figures.assumed ? '用时按政策中的分钟数推算，是估计，没有实测。' : ''}`,
    ...months.flatMap(({ month, units, demands }) => [
      '',
      `${month}：${units.length} 个单位，${units.filter(({ overCap }) => overCap).length} 个超过上限`,
      table(
        ['单位', '项', '栏目', '小时', '', '构成'],
        units.map(({ name, demands: count, fields, minutes, overCap, made }) => [
          name,
          String(count),
          String(fields),
          hours(minutes),
          overCap ? '超限' : '',
          made.map((one) => `${one.label} ${one.demands}`).join('，'),
        ]),
      ),
      ...(demands.length === 0
        ? []
        : [
            '',
            table(
              ['截止', '事项', '任务', '报告期'],
              demands.map(({ dueAt, kind, taskCode, title, period }) => [
                chineseDateTime(dueAt),
                DEMAND_LABELS[kind as DemandKind],
                taskCode === null ? '' : `${taskCode} ${title ?? ''}`,
                period,
              ]),
            ),
          ]),
    ]),
    '',
  ].join('\n');
}

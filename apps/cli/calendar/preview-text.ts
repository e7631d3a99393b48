import { chineseDate, chineseDateTime, type Instant } from '#calendar';
import { DAY_KIND_WORDS, FATE_WORDS, type CalendarPreview } from '#contract';
import { table } from '../terminal/table.js';

/** So many rows of each kind are printed; all that were reckoned one by one are in the JSON. */
const ROWS = 20;

const spanned = ([from, to]: readonly [string, string]): string => `${from}–${to}`;
const hours = ({ morning, afternoon }: { morning: [string, string]; afternoon: [string, string] }): string =>
  `${spanned(morning)}、${spanned(afternoon)}`;
const moment = (at: Instant | null): string => (at === null ? '—' : chineseDateTime(at));
const all = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

/** What an announcement would move, in words: the same figures as on the page. */
export function previewText(version: number, preview: CalendarPreview): string {
  const { at, days, hours: changed, years, counts, sittings, clocks } = preview;
  const { later, earlier, aheadAgain, overdue, kept } = counts.sittings;
  const lines = [
    `按 ${chineseDateTime(at)} 的情况、以现行第 ${version} 版为准推算；只计算，没有改动任何内容。`,
    ...days.map(
      ({ on, before, after }) => `${chineseDate(on)}：${DAY_KIND_WORDS[before]} → ${DAY_KIND_WORDS[after]}`,
    ),
    ...(changed === null ? [] : [`办公时间：${hours(changed.before)} → ${hours(changed.after)}`]),
    ...years.map(({ year, before, after }) =>
      before === null
        ? `新录入 ${year}年：${after.workingDays} 个工作日`
        : `${year}年：${before.workingDays} → ${after.workingDays} 个工作日`,
    ),
    `填报批次 ${later + earlier + aheadAgain + overdue} 个改期（推后 ${later}，提前 ${earlier}，重新未到期 ${aheadAgain}，仍逾期 ${overdue}），共 ${counts.obligations} 项应报。`,
    `计时推后 ${counts.clocks.later}、提前 ${counts.clocks.earlier}、取消 ${counts.clocks.ends}、新计 ${counts.clocks.begins} 个。`,
    `${kept + counts.clocks.kept} 项按新日历应在更早，而那时已经过去，保留原来的时限。`,
    `涉及 ${counts.tasks} 项任务，会通知 ${counts.units} 个单位。`,
  ];
  const ofSittings = sittings.map(({ periodLabel, label, unit, before, after, fate }) => [
    `${periodLabel}${label}`,
    unit.name,
    moment(before),
    moment(after),
    FATE_WORDS[fate],
  ]);
  const ofClocks = clocks.map(({ label, task, units, before, after, fate }) => [
    task === null ? label : `${label}：${task.code}`,
    units.map(({ name }) => name).join('、'),
    moment(before),
    moment(after),
    FATE_WORDS[fate],
  ]);
  return [
    lines.join('\n'),
    listed('填报批次', ofSittings, all(counts.sittings)),
    listed('其他时限', ofClocks, counts.listedClocks),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listed(title: string, rows: readonly (readonly string[])[], of: number): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, ROWS);
  const note = shown.length < of ? `（共 ${of} 项，列出最早的 ${shown.length} 项）` : '';
  return `${title}${note}\n${table(['事项', '单位', '原为', '改为', '结果'], shown)}`;
}

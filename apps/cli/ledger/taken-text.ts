import type { LedgerRow } from '#contract';
import type { TakenLedger } from './take-ledger.js';

/** Row by row what became, or would become, of a ledger: first how many, then every row that needs somebody. */
export function takenText({
  dryRun,
  planTitle,
  periodLabel,
  rows,
  strays,
  missingColumns,
  sittings,
  marked,
}: TakenLedger): string {
  const counts = new Map<string, number>();
  for (const { outcomeLabel } of rows) counts.set(outcomeLabel, (counts.get(outcomeLabel) ?? 0) + 1);
  return [
    `${planTitle} ${periodLabel} ${dryRun ? '试读，未改动' : '已办理'}`,
    [...counts].map(([label, count]) => `${label} ${count} 行`).join('，') || '没有一行可以办理',
    ...(missingColumns.length === 0 ? [] : [`表中缺列：${missingColumns.join('、')}`]),
    ...rows.flatMap(rowText),
    ...strays.map(({ sheet, row, text }) => `${sheet} 第 ${row} 行：没有对应的任务：${text}`),
    ...sittings.map(
      ({ unit, periodLabel: label, stillOwed, late }) =>
        `${unit} ${label}：${stillOwed === 0 ? '已报齐' : `还缺 ${stillOwed} 项`}${late ? '（已过报送时间，按迟报计）' : ''}`,
    ),
    ...(marked === null ? [] : [`未提交的各行连同原因在 ${marked}，改好后可再提交。`]),
  ].join('\n');
}

const QUIET: readonly LedgerRow['outcome'][] = ['untouched', 'same'];

function rowText({
  sheet,
  row,
  code,
  title,
  outcome,
  outcomeLabel,
  progress,
  faults,
  remarks,
}: LedgerRow): string[] {
  if (QUIET.includes(outcome)) return [];
  const head = `${sheet} 第 ${row} 行 ${code} ${title}：${outcomeLabel}${progress === null ? '' : `，${progress}%`}`;
  return [
    head,
    ...[...faults, ...remarks].map(
      ({ cell, column, message }) =>
        `    ${[cell, column].filter((one) => one !== null).join(' ')}${cell === null && column === null ? '' : '：'}${message}`,
    ),
  ];
}

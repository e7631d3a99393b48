import { chineseDateTime, type Instant } from '#calendar';
import {
  FIELDS,
  readingHeader,
  readingKey,
  waits,
  WORDS_AT_MOST,
  type FilledReport,
  type LedgerIdentity,
  type OwedItem,
} from './fill-in.js';
import type { TypedRow } from './read-fill-in.js';
import { readNumber, readPercent, readWords, readYesNo, type Read } from './read-values.js';

/**
 * What is to become of a row.
 * - `file`: a report; `untouched`: nothing was filled in; `same`: filed already, in the same words
 * - `error`: something has to be mended; `conflict`: the record has gone on since the workbook was made
 * - `closed`: nothing is owed any more; `refused`: not this person's to file
 */
export type RowOutcome = 'file' | 'untouched' | 'same' | 'error' | 'conflict' | 'closed' | 'refused';

export interface RowFault {
  /** Key of the column; null: of the whole row. */
  field: string | null;
  message: string;
}

export interface JudgedRow {
  typed: TypedRow;
  item: OwedItem | null;
  outcome: RowOutcome;
  report: FilledReport | null;
  faults: RowFault[];
  /** Said, and no hindrance. */
  remarks: RowFault[];
  /** Its due time has passed: it will count as late. */
  late: boolean;
}

/** What each row of a workbook is worth, by the record as it stands. Changes nothing. */
export function judgeRows(
  rows: readonly TypedRow[],
  items: ReadonlyMap<string, OwedItem>,
  identity: Pick<LedgerIdentity, 'rows'>,
  now: Instant,
): JudgedRow[] {
  const seen = new Map(identity.rows.map((row) => [row.obligationId, row]));
  const typedOf = new Map<string, TypedRow[]>();
  for (const row of rows.filter(({ cells }) => cells.size > 0))
    typedOf.set(row.obligationId, [...(typedOf.get(row.obligationId) ?? []), row]);
  return rows.flatMap((typed): JudgedRow[] => {
    const twins = (typedOf.get(typed.obligationId) ?? []).filter((twin) => twin !== typed);
    const item = items.get(typed.obligationId) ?? null;
    // Of a row that was copied and left empty, and of one that says the same again, the other speaks.
    if (typed.cells.size === 0 && (twins.length > 0 || isRepeated(typed, rows))) return [];
    const equal = twins.filter((twin) => contentOf(twin) === contentOf(typed));
    if (equal.some((twin) => rows.indexOf(twin) < rows.indexOf(typed))) return [];
    const other = twins.find((twin) => !equal.includes(twin));
    const judged = judge(typed, item, seen.get(typed.obligationId)?.revision ?? 0, now);
    if (other === undefined || judged.outcome !== 'file') return [judged];
    return [
      {
        ...judged,
        outcome: 'error',
        report: null,
        faults: [
          { field: null, message: `与第 ${other.row} 行是同一事项而内容不同，请只留一行。` },
          ...judged.faults,
        ],
      },
    ];
  });
}

const isRepeated = (typed: TypedRow, rows: readonly TypedRow[]): boolean =>
  rows.find(({ obligationId }) => obligationId === typed.obligationId) !== typed;

const contentOf = ({ cells }: TypedRow): string =>
  JSON.stringify([...cells].map(([key, { text }]) => [key, text.trim()]).sort());

function judge(typed: TypedRow, item: OwedItem | null, seen: number, now: Instant): JudgedRow {
  const { report, faults, remarks } = read(typed, item);
  const is = (outcome: RowOutcome, message?: string): JudgedRow => ({
    typed,
    item,
    outcome,
    report: outcome === 'file' ? report : null,
    faults: message === undefined ? faults : [{ field: null, message }, ...faults],
    remarks,
    late: outcome === 'file' && item !== null && item.dueAt < now,
  });
  if (typed.cells.size === 0) return { ...is('untouched'), faults: [] };
  if (item === null) return is('refused', '这一事项不在您可填报的范围内，或者已不存在。');
  if (report !== null && item.filed !== null && alike(report, item.filed))
    return item.state === 'returned' ? is('untouched') : is('same');
  if (!item.mayFile) return is('refused', `应由${item.unit.name}的联络员或负责人填报。`);
  if (!waits(item)) return is(...closedBy(item));
  if (item.revision !== seen)
    return is(
      'conflict',
      `下载本表以后，这一项已经填报并退回${item.returnReason === null ? '' : `（${item.returnReason}）`}。请对照修改，从退还的表中再次上传。`,
    );
  return faults.length > 0 ? is('error') : is('file');
}

function closedBy({ state, filed, period }: OwedItem): [RowOutcome, string] {
  if (filed !== null && state !== 'missed' && state !== 'excused')
    return [
      'conflict',
      `${filed.by ?? '本单位'}已于${chineseDateTime(filed.at)}填报（进度 ${filed.progress}%），与本行不同，已填报的没有改动。确需更正，请商专班办公室退回后重报。`,
    ];
  if (state === 'missed')
    return ['closed', `${period.label}已过补报时限，按缺报记；有关内容请写入下一期填报。`];
  if (state === 'scheduled') return ['closed', `${period.label}的填报窗口尚未打开。`];
  return ['closed', `${period.label}这一项已不需填报。`];
}

interface ReadReport {
  report: FilledReport | null;
  faults: RowFault[];
  remarks: RowFault[];
}

/** The report that a row makes, or everything that is wrong with it. */
function read({ cells }: TypedRow, item: OwedItem | null): ReadReport {
  const faults: RowFault[] = [];
  const remarks: RowFault[] = [];
  const value = <T>(
    field: string,
    of: (cell: NonNullable<ReturnType<typeof cells.get>>) => Read<T>,
  ): T | null => {
    const cell = cells.get(field);
    if (cell === undefined) return null;
    const got = of(cell);
    if (!got.ok) faults.push({ field, message: got.message });
    else if (got.note !== undefined) remarks.push({ field, message: got.note });
    return got.ok ? got.value : null;
  };
  const words = (field: string): string => value(field, (cell) => readWords(cell, WORDS_AT_MOST)) ?? '';
  const wrong = (field: string): boolean => faults.some((fault) => fault.field === field);
  const progress = value('progress', readPercent);
  const noChange = value('noChange', readYesNo) ?? false;
  const said = {
    done: words('done'),
    problems: words('problems'),
    helpWanted: words('helpWanted'),
    nextSteps: words('nextSteps'),
  };
  const readings = [...cells.keys()].flatMap((key): FilledReport['readings'] => {
    const position = /^reading(\d+)$/.exec(key)?.[1];
    if (position === undefined) return [];
    return reading(Number(position) - 1, item, value, faults);
  });
  const last = item?.last ?? null;
  if (noChange && item !== null) faults.push(...againstNoChange(item, progress));
  if (progress === null && !wrong('progress') && !(noChange && last !== null))
    faults.push({ field: 'progress', message: `没有填写“${FIELDS.progress}”。` });
  if (!noChange && said.done === '' && !wrong('done') && !wrong('noChange'))
    faults.push({
      field: 'done',
      message: `没有写明“${FIELDS.done}”；确无变化的，请在“${FIELDS.noChange}”填“是”。`,
    });
  if (progress !== null && last !== null && progress < last.progress)
    remarks.push({ field: 'progress', message: `低于上期的 ${last.progress}%。` });
  if (faults.length > 0) return { report: null, faults, remarks };
  return {
    report: {
      progress: progress ?? last?.progress ?? 0,
      noChange,
      ...said,
      readings: noChange && readings.length === 0 ? (last?.readings ?? []) : readings,
    },
    faults,
    remarks,
  };
}

function reading(
  position: number,
  item: OwedItem | null,
  value: (field: string, of: (cell: Parameters<typeof readNumber>[0]) => Read<number>) => number | null,
  faults: RowFault[],
): FilledReport['readings'] {
  const field = readingKey(position);
  const indicator = item?.indicators.find((one) => one.position === position);
  if (indicator === undefined && item !== null) {
    faults.push({
      field,
      message: `本任务没有第 ${position + 1} 项指标，请清空“${readingHeader(position)}”。`,
    });
    return [];
  }
  const got = value(field, (cell) => readNumber(cell, indicator?.unit ?? ''));
  return got === null ? [] : [{ position, value: got }];
}

function againstNoChange({ last, noChange }: OwedItem, progress: number | null): RowFault[] {
  const field = 'noChange';
  if (last === null) return [{ field, message: '首次填报没有上期可比，不能填“无变化”，请写明进度和进展。' }];
  if (!noChange.allowed)
    return [{ field, message: `已连续 ${noChange.inARow} 期填“无变化”，本期请写明进展。` }];
  if (progress !== null && progress !== last.progress)
    return [
      {
        field,
        message: `填了“无变化”，进度却由 ${last.progress}% 改为 ${progress}%。请改填“否”并写明进展，或清空进度。`,
      },
    ];
  return [];
}

/** Whether a row says what has been filed. */
function alike(one: FilledReport, other: FilledReport): boolean {
  const words = (text: string): string => text.replace(/\r\n?/gu, '\n').trim();
  return (
    Math.abs(one.progress - other.progress) < 0.005 &&
    one.noChange === other.noChange &&
    (['done', 'problems', 'helpWanted', 'nextSteps'] as const).every(
      (field) => words(one[field]) === words(other[field]),
    ) &&
    one.readings.length === other.readings.length &&
    one.readings.every(({ position, value }) =>
      other.readings.some((same) => same.position === position && same.value === value),
    )
  );
}

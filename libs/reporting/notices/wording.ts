import { chineseDate, chineseDateTime, civilDateOf, type Instant } from '#calendar';
import type { EarlierNotice, OwedPeriod, OwedTask, PlanFacts } from './notice.facts.js';

/** A name as one line, without the full stop or semicolon that a printed heading may end with. */
export function named(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。；;，,：:]+$/, '');
}

/** In quotation marks; those inside become single ones. */
export function quoted(text: string): string {
  return `“${named(text).replace(/“/g, '‘').replace(/”/g, '’')}”`;
}

/** `《……方案》（张武政办发〔2024〕2号）`; title marks inside become single ones. */
export function planName({ title, documentNumber }: PlanFacts): string {
  const bare = named(title).replace(/^《([^《》]*)》$/, '$1');
  const marked = `《${bare.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
  return documentNumber === undefined ? marked : `${marked}（${documentNumber}）`;
}

/** The periods of all tasks, each once, oldest first. */
export function periodsOf(tasks: readonly OwedTask[]): OwedPeriod[] {
  const seen = new Map<string, OwedPeriod>();
  for (const period of tasks.flatMap(({ periods }) => periods)) {
    seen.set(`${period.dueAt} ${period.label}`, period);
  }
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period);
}

/** A label without the year, or the month, that it shares with the one before it. */
function continued(label: string, before: string): string {
  const [year, month] = [/^\d+年/.exec(label)?.[0] ?? '', /^\d+年\d+月(?=.)/.exec(label)?.[0] ?? ''];
  if (month !== '' && before.startsWith(month)) return label.slice(month.length);
  return year !== '' && before.startsWith(year) && label.length > year.length
    ? label.slice(year.length)
    : label;
}

/** `2024年5月中旬`, `2024年5月上旬和中旬`, from three on `2024年4月下旬至5月中旬共3期`. */
export function periodsInBrief(periods: readonly OwedPeriod[]): string {
  const first = periods[0]?.label ?? '';
  const last = continued(periods.at(-1)?.label ?? '', first);
  if (periods.length <= 1) return first;
  return periods.length === 2 ? `${first}和${last}` : `${first}至${last}共${periods.length}期`;
}

/** Whether every task owes the same periods, so that they need saying only once. */
export function samePeriods(tasks: readonly OwedTask[]): boolean {
  const key = ({ periods }: OwedTask): string =>
    periods.map(({ label, dueAt }) => `${dueAt} ${label}`).join('|');
  return new Set(tasks.map(key)).size <= 1;
}

/** `2024年5月中旬（应于2024年5月20日17:30前填报）`. */
const periodWithDue = ({ label, dueAt }: OwedPeriod): string =>
  `${label}（应于${chineseDateTime(dueAt)}前填报）`;

/** `你单位应于2024年5月20日17:30前填报2024年5月中旬进展情况`; several periods one after the other, in general where tasks differ. */
export function dutyOf(who: string, tasks: readonly OwedTask[]): string {
  if (!samePeriods(tasks)) return `${who}应按期填报各项任务进展情况`;
  const periods = periodsOf(tasks);
  const parts = periods.map(({ label, dueAt }) => `于${chineseDateTime(dueAt)}前填报${label}进展情况`);
  return `${who}应${parts.join('、')}`;
}

/** One line a task, numbered; with its periods where they differ between tasks. */
export function taskLines(tasks: readonly OwedTask[]): string[] {
  const once = samePeriods(tasks);
  return tasks.map(({ code, title, periods }, index) => {
    const owed = once ? '' : `：${periods.map(periodWithDue).join('、')}`;
    return `${index + 1}. ${named(title)}（${code}）${owed}${index === tasks.length - 1 ? '。' : '；'}`;
  });
}

/** `“……”（A1-01）` for one task, `以下11项任务` for several. */
export function tasksInBrief(tasks: readonly OwedTask[]): string {
  const [first] = tasks;
  return tasks.length === 1 && first
    ? `${quoted(first.title)}（${first.code}）`
    : `以下${tasks.length}项任务`;
}

/** `2024年5月21日提醒函（张武督提〔2024〕1号）发出后，`, several one after the other; nothing for none. */
export function afterNotices(earlier: readonly EarlierNotice[] = []): string {
  if (earlier.length === 0) return '';
  const issued = earlier
    .map(({ label, documentNumber, issuedAt }) => {
      const number = documentNumber === null ? '' : `（${documentNumber}）`;
      return `${chineseDate(civilDateOf(issuedAt))}${label}${number}`;
    })
    .join('、');
  return `${issued}发出后，`;
}

/** `前` is included: `2024年5月23日17:30前`. */
export const by = (instant: Instant): string => `${chineseDateTime(instant)}前`;

/** @throws Error for a notice about nothing: it must not have been drafted */
export function mustName(tasks: readonly OwedTask[]): void {
  if (tasks.length === 0 || tasks.some(({ periods }) => periods.length === 0)) {
    throw new Error('A notice needs at least one task, and every task at least one period.');
  }
}

import { civilDateOf, civilTimeOf, type Instant } from '#calendar';
import type { BulkRun } from '#persistence';

const WORK: Record<BulkRun['work'], string> = {
  clocks: '到期办理（开期、关期、催办）',
  calendar: '按新日历推算时限',
  policy: '在办事项转到新政策',
  dispatch: '方案下达',
};

/** The runs, one a line; a message where there was none. */
export function bulkText(runs: readonly BulkRun[]): string {
  if (runs.length === 0) return '还没有成批办理过。\n';
  return runs
    .map(({ work, total, done, startedAt, movedAt, finishedAt }) => {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      const how =
        finishedAt === null ? `进行中或已中断，最近一批 ${when(movedAt)}` : `已办完，${when(finishedAt)}`;
      return `${WORK[work]}：${done}/${total}（${percent}%），${when(startedAt)}开始，${how}\n`;
    })
    .join('');
}

const when = (at: Instant): string => `${civilDateOf(at)} ${civilTimeOf(at)}`;

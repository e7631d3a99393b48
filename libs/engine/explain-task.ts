import {
  refuse,
  type Actor,
  type Outcome,
  type ReportingLineContext,
  type TaskContext,
} from '#accountability';
import { chineseDateTime, periodFromKey, project, type Segment } from '#calendar';
import {
  deadlinesOf,
  eventsOf,
  lockSubjects,
  unitNames,
  type DeadlineRead,
  type EventRead,
  type Transaction,
} from '#persistence';
import type { EngineContext } from './engine-context.js';

export interface ExplainTaskCommand {
  jurisdictionId: string;
  taskId: string;
  actor: Actor;
}

/** Why a task stands where it stands: sentences, and what they rest on as data. */
export interface Explanation {
  sentences: string[];
  rules: { kind: string; label: string; version: number }[];
  clocks: {
    name: string;
    label: string;
    at: string | null;
    state: string;
    calendarVersion: number;
    provisional: boolean;
    segments: Segment[];
  }[];
  events: { subjectKind: string; subjectId: string; seq: number; type: string; at: string }[];
}

const CLOCKS: Readonly<Record<string, string>> = {
  sign: '签收时限',
  dispute: '争议裁定时限',
  gate: '办结审核时限',
  taskDeadline: '任务完成时限',
  suspension: '暂缓期满',
  'sitting:opens': '填报窗口打开',
  'sitting:due': '填报截止',
  'sitting:reminder:dayBefore': '到期前1个工作日提醒',
  'sitting:reminder:onTheDay': '到期当日提醒',
  rung: '督办升级',
  issue: '文书签发时限',
};

/** Reads what is recorded and says it: the task's own state, its lag, and for each lead unit its line and ladder. */
export function explainTask(
  context: EngineContext,
  command: ExplainTaskCommand,
): Promise<Outcome<Explanation>> {
  return context.database.transaction(
    { jurisdictionId: command.jurisdictionId },
    async (tx): Promise<Outcome<Explanation>> => {
      const [row] = await lockSubjects(tx, 'task', [command.taskId]);
      if (!row) return refuse('SubjectNotFound', '找不到该任务。');
      const { policy, calendar } = await context.book.rules(tx, row.policyVersion);
      const task = row.snapshot.context as unknown as TaskContext;
      const lines = await tx.query<{
        id: string;
        unit_id: string;
        snapshot: { context: ReportingLineContext };
      }>(
        'select id, unit_id, snapshot from reporting_line where plan_id = $1 and unit_id = any($2::uuid[]) order by id',
        [row.planId, task.leadUnitIds],
      );
      const names = await unitNames(tx, task.leadUnitIds);
      const clocks = [
        ...(await deadlinesOf(tx, 'task', [row.id])),
        ...(await deadlinesOf(
          tx,
          'reportingLine',
          lines.map(({ id }) => id),
        )),
      ].filter(({ state }) => state === 'armed');
      const events = await tellingEvents(
        tx,
        row.id,
        lines.map(({ id }) => id),
      );
      const lag = Math.round((task.expected - task.progress) * 10) / 10;
      const sentences = [
        task.leadUnitIds.length === 0
          ? '原文没有写明牵头单位，需由指挥部办公室指定后才能下发。'
          : `牵头单位：${task.leadUnitIds.map((id) => names.get(id) ?? id).join('、')}。`,
        ...(task.startOn === null
          ? []
          : [
              `按已过工作日计算，序时进度应为${task.expected}%，已报${task.progress}%，${lag > 0 ? `落后${lag}个百分点` : '不落后'}；落后${policy.lag.behind}个百分点为“落后”，${policy.lag.seriouslyBehind}个百分点为“严重落后”。`,
            ]),
        ...lines.flatMap((line) =>
          lineSentences(
            names.get(line.unit_id) ?? '',
            line.snapshot.context,
            policy.reportingLadder.rungs.map(({ label }) => label),
          ),
        ),
        ...clocks
          .filter(({ projectedAt }) => projectedAt !== null)
          .sort((a, b) => ((a.projectedAt ?? '') < (b.projectedAt ?? '') ? -1 : 1))
          .map((clock) => clockSentence(clock)),
      ];
      return {
        ok: true,
        value: {
          sentences,
          rules: [
            { kind: 'policy', label: policy.label, version: policy.version },
            { kind: 'ladder', label: policy.reportingLadder.basis, version: policy.version },
            { kind: 'calendar', label: calendar.id, version: calendar.version },
          ],
          clocks: clocks.map((clock) => {
            const projected = project(clock.budget, clock.suspensions, calendar);
            return {
              name: clock.name,
              label: CLOCKS[clock.name] ?? clock.name,
              at: clock.projectedAt,
              state: clock.state,
              calendarVersion: clock.calendarVersion,
              provisional: projected.provisional,
              segments: projected.segments,
            };
          }),
          events: events.map(({ subjectKind, subjectId, seq, type, at }) => ({
            subjectKind,
            subjectId,
            seq,
            type,
            at,
          })),
        },
      };
    },
  );
}

function lineSentences(unit: string, line: ReportingLineContext, labels: readonly string[]): string[] {
  const { climb, current } = line;
  const next = current
    ? [`${unit}下一次填报：${periodFromKey(current.period).label}，${chineseDateTime(current.dueAt)}截止。`]
    : [];
  if (!climb) return [`${unit}的报告线正常，没有逾期未报。`, ...next];
  const owed = climb.owed.map(({ period }) => periodFromKey(period).label).join('、');
  const reached = labels[climb.reached - 1];
  const waits = climb.awaitingIssue ? '文书已拟好，尚未签发' : '已生效';
  return [
    `${unit}逾期未报：${owed}；阶梯从${chineseDateTime(climb.causeDueAt)}到期时起算${reached ? `，现为“${reached}”（${waits}）` : ''}。补报最近一期后即解除，已发文书留存。`,
    ...next,
  ];
}

function clockSentence(clock: DeadlineRead): string {
  const label =
    clock.name === 'rung' ? `督办升级“${String(clock.detail['label'])}”` : (CLOCKS[clock.name] ?? clock.name);
  const early = clock.detail['because'] === 'early' ? '（按“同类次数”规则即时升级）' : '';
  return `${label}：${chineseDateTime(clock.projectedAt ?? '')}${early}。`;
}

/** The events that a colour rests on: those of the task, and those of its lines that moved the ladder. */
async function tellingEvents(
  tx: Transaction,
  taskId: string,
  lineIds: readonly string[],
): Promise<EventRead[]> {
  const ofTask = await eventsOf(tx, 'task', taskId);
  const ofLines: EventRead[] = [];
  for (const id of lineIds) ofLines.push(...(await eventsOf(tx, 'reportingLine', id)));
  const telling = new Set(['SITTING_DUE', 'SITTING_FILED', 'RUNG_DUE', 'NOTICE_AGREED', 'NOTICE_ISSUED']);
  return [...ofTask, ...ofLines.filter(({ type }) => telling.has(type))].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
}

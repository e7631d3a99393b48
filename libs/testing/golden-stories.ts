import type { Rules } from '#accountability';
import { LoneLine } from './lone-line.js';
import { LoneObligation } from './lone-obligation.js';
import type { LoneSubject } from './lone-subject.js';
import { LoneTask } from './lone-task.js';
import { moment } from './moment.js';

/** A life of one subject, told once: what is recorded of it has to replay to the same snapshots for ever. */
export interface GoldenStory {
  /** The file it is recorded in: `task-closed-and-reopened`. */
  name: string;
  tell(rules: Rules): LoneSubject<unknown>;
}

const obligation =
  (tell: (owed: LoneObligation) => void) =>
  (rules: Rules): LoneObligation => {
    const owed = new LoneObligation('2024-04-19 17:30', rules);
    owed.at('2024-04-16 09:00', 'WINDOW_OPENED');
    tell(owed);
    return owed;
  };

const line =
  (tell: (line: LoneLine) => void) =>
  (rules: Rules): LoneLine => {
    const told = new LoneLine(rules).join('2024-04-12 10:00', 't1');
    tell(told);
    return told;
  };

const task =
  (leadUnitIds: string[], tell: (task: LoneTask) => void) =>
  (rules: Rules): LoneTask => {
    const told = new LoneTask({ leadUnitIds, rules });
    told.at('2024-04-11 09:00', 'CONFIRMED');
    tell(told);
    return told;
  };

const report = (told: LoneTask, on: string, unitId: string, progress: number, expected: number): void => {
  told.at(on, 'PROGRESS_REPORTED', { unitId, period: '2024-05 上旬', progress, expected });
};

export const GOLDEN_STORIES: readonly GoldenStory[] = [
  {
    name: 'task-closed-and-reopened',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      for (const progress of [30, 12, 2]) report(told, '2024-05-10 10:00', 'u1', progress, 22.5);
      told.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
      told.until(moment('2024-06-07 09:00')); // the review is late
      told.at('2024-06-07 10:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '属实' });
      told.at('2024-06-11 10:00', 'CLOSURE_RETURNED', { gate: 'verification', reason: '佐证不足' });
      told.at('2024-06-12 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已补充' });
      for (const gate of ['taskForceReview', 'verification', 'approval'])
        told.at('2024-06-13 10:00', 'GATE_PASSED', { gate, finding: '属实' });
      told.at('2024-09-02 10:00', 'REOPENED', { reason: '回头看发现反弹' });
    }),
  },
  {
    name: 'task-disputed-and-reassigned',
    tell: task([], (told) => {
      told.at('2024-04-11 10:00', 'LEAD_ASSIGNED', { unitIds: ['u1', 'u2'], reason: '首列单位牵头' });
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.until(moment('2024-04-16 18:00')); // the other one has not signed
      told.at('2024-04-17 09:00', 'DISPUTED', { unitId: 'u2', reason: '不属本单位职责' });
      told.until(moment('2024-04-22 09:00')); // nor has the office decided
      told.at('2024-04-22 10:00', 'DISPUTE_RESOLVED', { decision: 'reassign', unitIds: ['u3'], reason: '' });
      told.at('2024-04-23 10:00', 'DISPUTED', { unitId: 'u3', reason: '无此职能' });
      told.at('2024-04-23 11:00', 'DISPUTE_RESOLVED', { decision: 'insist', unitIds: [], reason: '' });
      told.at('2024-04-24 10:00', 'SIGNED', { unitId: 'u3' });
      report(told, '2024-05-10 10:00', 'u3', 10, 12);
      told.at('2024-05-13 10:00', 'WITHDRAWN', { reason: '任务合并' });
    }),
  },
  {
    name: 'task-suspended-extended-and-overdue',
    tell: task(['u1', 'u2'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      for (const unitId of ['u2', 'u1']) told.at('2024-04-15 09:00', 'SIGNED', { unitId });
      told.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待上级批复', until: '2024-05-06' });
      told.until(moment('2024-05-07 09:00'));
      told.at('2024-07-01 17:30', 'SUSPENDED', { reason: '汛期', until: '2024-07-12' });
      told.at('2024-07-03 17:30', 'RESUMED');
      told.at('2024-11-01 10:00', 'EXTENDED', { deadlineOn: '2024-12-20', reason: '工期调整' });
      told.until(moment('2024-12-23 09:00'));
      report(told, '2024-12-23 10:00', 'u1', 80, 100);
      report(told, '2024-12-23 10:00', 'u2', 95, 100);
    }),
  },
  {
    name: 'task-amended',
    tell: task(['u1', 'u2'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      for (const unitId of ['u1', 'u2']) told.at('2024-04-15 09:00', 'SIGNED', { unitId });
      report(told, '2024-05-10 10:00', 'u1', 20, 12);
      const revision = { amendmentId: 'r1', reason: '方案修订' };
      told.at('2024-06-03 10:00', 'AMENDED', { ...revision, deadlineOn: '2024-10-31', title: '新名称' });
      told.at('2024-06-03 11:00', 'AMENDED', { ...revision, leadUnitIds: ['u2', 'u3'] });
      told.at('2024-06-04 10:00', 'DISPUTED', { unitId: 'u3', reason: '不属本单位职责' });
      told.at('2024-06-05 10:00', 'AMENDED', { ...revision, leadUnitIds: ['u2'] });
      told.at('2024-06-06 10:00', 'SIGNED', { unitId: 'u2' });
      told.until(moment('2024-11-01 09:00'));
    }),
  },
  {
    name: 'obligation-accepted',
    tell: obligation((owed) => {
      owed.file('2024-04-18 10:00', { progress: 40 });
      owed.at('2024-04-19 10:00', 'REPORT_ACCEPTED', { silently: false });
    }),
  },
  {
    name: 'obligation-late-returned-and-silently-accepted',
    tell: obligation((owed) => {
      owed.file('2024-04-22 10:00', { noChangeRun: 2 });
      owed.at('2024-04-22 16:00', 'REPORT_RETURNED', { reason: '数据与台账不符' });
      owed.until(moment('2024-04-24 09:00'));
      owed.file('2024-04-24 10:00', { progress: 35 });
      owed.until(moment('2024-04-29 09:00'));
    }),
  },
  {
    name: 'obligation-missed',
    tell: obligation((owed) => owed.at('2024-04-30 17:30', 'NEXT_PERIOD_DUE')),
  },
  {
    name: 'obligation-excused',
    tell: obligation((owed) => owed.at('2024-04-17 10:00', 'EXCUSED', { reason: '任务暂缓' })),
  },
  {
    name: 'reporting-line-silent-to-the-interview',
    tell: line((told) => {
      told.promptly('2024-04-24 18:00');
      told.until(moment('2024-04-29 09:00')); // red is drafted, and nobody issues it
      told.agree('2024-04-29 10:00', 'red');
      told.issue('2024-04-29 11:00', 'red');
      told.promptly('2024-05-13 18:00');
      told.file('2024-05-14 09:00', told.context.overdue?.period ?? '');
    }),
  },
  {
    name: 'reporting-line-second-blue-of-a-quarter',
    tell: line((told) => {
      told.until(moment('2024-04-22 17:30'));
      told.file('2024-04-23 09:00', '2024-04 中旬');
      told.until(moment('2024-05-06 18:00'));
      told.issue('2024-05-07 09:00', 'yellow');
      told.file('2024-05-07 10:00', '2024-04 下旬');
      told.until(moment('2024-05-08 09:00'));
      told.file('2024-05-08 10:00', '2024-05 上旬');
      told.until(moment('2024-05-11 09:00'));
    }),
  },
  {
    name: 'reporting-line-tasks-come-and-go',
    tell: line((told) => {
      told.leave('2024-04-15 10:00', 't1').join('2024-04-15 11:00', 't2').join('2024-04-16 10:00', 't1');
      told.until(moment('2024-04-22 18:00'));
      told.join('2024-04-22 18:30', 't3').leave('2024-04-23 10:00', 't2');
      told.until(moment('2024-04-26 09:00'));
      told.leave('2024-04-26 10:00', 't1').leave('2024-04-26 11:00', 't3');
    }),
  },
  {
    name: 'reporting-line-over-an-outage',
    tell: line((told) => {
      told.until(moment('2024-04-17 12:00'));
      told.wakeAt(moment('2024-05-07 09:00'));
      told.until(moment('2024-05-09 18:00'));
    }),
  },
];

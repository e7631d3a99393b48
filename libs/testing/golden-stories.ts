import type { Rules } from '#accountability';
import { createCalendar, parseCalendar, type CivilDate, type WorkingCalendar } from '#calendar';
import { GOLDEN_DUTY_STORIES } from './golden-duty-stories.js';
import type { GoldenStory } from './golden-story.js';
import { LoneLine } from './lone-line.js';
import { LoneObligation } from './lone-obligation.js';
import { LoneTask } from './lone-task.js';
import { moment } from './moment.js';
import { seedText } from './shipped-rules.js';

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

const progressOf = (period: string, progress: number, expected: number): Record<string, unknown> => ({
  unitId: 'u1',
  period,
  progress,
  expected,
});

/** The shipped calendar, with one more day off. */
function calendarWithDayOff(day: CivilDate): WorkingCalendar {
  const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  read.data.years[day.slice(0, 4)]?.off.push(day);
  return createCalendar(read.data);
}

export const GOLDEN_STORIES: readonly GoldenStory[] = [
  ...GOLDEN_DUTY_STORIES,
  {
    name: 'task-verified-on-the-spot',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      report(told, '2024-05-10 10:00', 'u1', 40, 12);
      const of = (verificationId: string): Record<string, unknown> => ({ verificationId, unitId: 'u1' });
      const report1 = { reportId: 'r1', period: '2024-05 上旬' };
      const drawn = { ...report1, drawId: 'd1', recordHash: 'h', reason: '抽查' };
      told.at('2024-05-13 10:00', 'VERIFICATION_ORDERED', { ...of('v1'), ...drawn });
      told.until(moment('2024-05-28 09:00')); // the office is late
      const figures = { reported: 40, found: 10, words: '现场未开工' };
      told.at('2024-05-28 10:00', 'VERIFICATION_FOUND', {
        ...of('v1'),
        ...report1,
        ...figures,
        finding: 'untrue',
      });
      told.until(moment('2024-05-31 09:00')); // nor does the unit correct its figure
      told.at('2024-05-31 10:00', 'FIGURE_CORRECTED', { ...of('v1'), progress: 10, statement: '已更正' });
      const asked = { ...report1, drawId: null, recordHash: null, reason: '复核' };
      told.at('2024-06-03 10:00', 'VERIFICATION_ORDERED', { ...of('v2'), ...asked });
      const now = { reported: 10, found: 10, words: '现场已开工' };
      told.at('2024-06-04 10:00', 'VERIFICATION_FOUND', { ...of('v2'), ...report1, ...now, finding: 'true' });
      told.at('2024-06-05 10:00', 'VERIFICATION_ORDERED', { ...of('v3'), ...asked });
      told.at('2024-06-06 10:00', 'WITHDRAWN', { reason: '任务合并' });
      told.at('2024-06-07 10:00', 'VERIFICATION_FOUND', {
        ...of('v3'),
        ...report1,
        ...now,
        finding: 'partlyTrue',
      });
    }),
  },
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
      told.at('2024-04-17 09:00', 'DISPUTED', { unitId: 'u1', reason: '不属本单位职责' });
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
    name: 'task-unsigned-behind-and-carded',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.until(moment('2024-04-25 09:00')); // nobody signs, and nobody issues the yellow card
      const yellow = { generation: 1, rung: 'yellow', noticeId: 'n' };
      told.at('2024-04-25 10:00', 'NOTICE_ISSUED', yellow);
      told.until(moment('2024-04-30 09:00')); // nor is it answered
      told.at('2024-04-30 10:00', 'CARD_ANSWERED', { ...yellow, unitId: 'u1', statement: '已整改' });
      told.at('2024-04-30 11:00', 'SIGNED', { unitId: 'u1' });
      told.at('2024-05-10 10:00', 'PROGRESS_REPORTED', progressOf('2024-05 上旬', 2, 14));
      told.until(moment('2024-05-10 12:00'));
      told.at('2024-05-20 10:00', 'PROGRESS_REPORTED', progressOf('2024-05 中旬', 4, 18));
      told.until(moment('2024-05-20 12:00'));
      told.at('2024-05-21 10:00', 'APPEALED', { generation: 3, rung: 'blue', unitId: 'u1', reason: '受灾' });
      told.until(moment('2024-05-30 09:00')); // the office lets its time pass
      told.at('2024-05-30 10:00', 'APPEAL_REJECTED', { generation: 3, rung: 'blue', reason: '不属免责情形' });
      told.at('2024-05-31 10:00', 'PROGRESS_REPORTED', progressOf('2024-05 下旬', 6, 23));
      told.until(moment('2024-05-31 12:00'));
      told.at('2024-05-31 14:00', 'NOTICE_ISSUED', { generation: 3, rung: 'yellow', noticeId: 'n' });
      told.at('2024-06-03 10:00', 'APPEALED', {
        generation: 3,
        rung: 'yellow',
        unitId: 'u1',
        reason: '受灾',
      });
      told.at('2024-06-04 10:00', 'APPEAL_UPHELD', { generation: 3, rung: 'yellow', reason: '情况属实' });
      told.at('2024-06-07 10:00', 'PROGRESS_REPORTED', progressOf('2024-06 上旬', 30, 28));
    }),
  },
  {
    name: 'task-overdue-held-skipped-and-lifted',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.at('2024-05-20 17:30', 'REPORT_MISSED', { unitId: 'u1', period: '2024-05 中旬' });
      told.until(moment('2024-12-05 09:00')); // past its deadline, and reminded
      told.at('2024-12-05 10:00', 'HELD', { generation: 1, until: '2024-12-09', reason: '正在办理' });
      told.until(moment('2024-12-12 09:00'));
      told.at('2024-12-12 10:00', 'NOTICE_ISSUED', { generation: 1, rung: 'yellow', noticeId: 'n' });
      told.at('2024-12-13 10:00', 'SKIPPED', {
        generation: 1,
        rung: 'red',
        reason: '已说明',
        approverId: null,
      });
      told.at('2024-12-16 10:00', 'LIFTED', { generation: 1, reason: '已协调解决' });
      told.at('2024-12-17 10:00', 'EXTENDED', { deadlineOn: '2025-01-17', reason: '特批', override: true });
      told.at('2024-12-30 10:00', 'CARRIED_OVER', { year: 2024, deadlineOn: '2025-06-30', reason: '跨年度' });
      told.at('2025-06-27 10:00', 'CLOSED_WITH_YEAR', { year: 2025, finding: '长期坚持' });
    }),
  },
  {
    name: 'task-red-card-agreed-and-issued',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
      told.at('2024-06-04 10:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '属实' });
      told.at('2024-06-05 10:00', 'CLOSURE_RETURNED', {
        gate: 'verification',
        reason: '未建成',
        untrue: true,
      });
      told.until(moment('2024-06-06 11:00')); // straight to yellow
      told.until(moment('2024-06-12 09:00')); // which is not issued in time
      told.at('2024-06-12 10:00', 'NOTICE_ISSUED', { generation: 1, rung: 'yellow', noticeId: 'n' });
      told.until(moment('2024-06-20 09:00'));
      told.at('2024-06-20 10:00', 'NOTICE_AGREED', { generation: 1, rung: 'red', noticeId: 'n' });
      told.at('2024-06-20 11:00', 'NOTICE_ISSUED', { generation: 1, rung: 'red', noticeId: 'n' });
      told.at('2024-06-24 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已建成' });
      for (const gate of ['taskForceReview', 'verification', 'approval'])
        told.at('2024-06-25 10:00', 'GATE_PASSED', { gate, finding: '属实' });
    }),
  },
  {
    name: 'task-waits-for-another-unit',
    tell: task(['u1'], (told) => {
      const claim = { unitId: 'u1', byUnitId: 'u9', reason: '等待用地批复' };
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.at('2024-05-06 10:00', 'BLOCKED', claim);
      told.at('2024-05-07 10:00', 'BLOCKAGE_CONTESTED', { reason: '材料未报' });
      told.at('2024-05-08 10:00', 'BLOCKAGE_REJECTED', { reason: '材料确未报送' });
      told.at('2024-05-13 10:00', 'BLOCKED', claim);
      told.until(moment('2024-05-16 09:00')); // nobody answers
      told.at('2024-05-16 10:00', 'BLOCKAGE_ACCEPTED');
      told.until(moment('2024-05-28 09:00')); // nor delivers
      told.at('2024-05-28 10:00', 'UNBLOCKED', { reason: '批复已到' });
    }),
  },
  {
    name: 'task-lead-handed-over-and-succeeded',
    tell: task(['u1', 'u2'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      for (const unitId of ['u1', 'u2']) told.at('2024-04-15 09:00', 'SIGNED', { unitId });
      told.at('2024-05-10 10:00', 'PROGRESS_REPORTED', progressOf('2024-05 上旬', 20, 14));
      told.at('2024-05-13 10:00', 'LEAD_CHANGED', { unitIds: ['u2', 'u3'], reason: '机构调整' });
      told.at('2024-05-13 10:00', 'HANDED_OVER', { unitId: 'u1', statement: '资料已移交' });
      told.until(moment('2024-05-17 09:00')); // the new one has not signed
      told.at('2024-05-17 10:00', 'TAKEN_OVER', { unitId: 'u3' });
      told.at('2024-06-03 10:00', 'LEAD_CHANGED', { unitIds: ['u3'], reason: '归口管理' });
      told.at('2024-06-07 10:00', 'HANDOVER_DECREED', { reason: '逾期未交' });
      told.at('2024-07-01 10:00', 'UNIT_SUCCEEDED', { fromUnitId: 'u3', toUnitId: 'u4', reason: '更名' });
      told.at('2024-07-15 10:00', 'SPLIT', { intoTaskIds: ['a', 'b'], reason: '分片落实' });
    }),
  },
  {
    name: 'task-kept-up-all-year',
    tell: (rules) => {
      const told = new LoneTask({ deadlineOn: '2024-12-31', ongoing: true, rules });
      told.at('2024-04-11 09:00', 'CONFIRMED');
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.until(moment('2025-01-09 09:00')); // the year is over, and the office lets it lie
      told.at('2025-01-09 10:00', 'CARRIED_OVER', {
        year: 2024,
        deadlineOn: '2025-12-31',
        reason: '长期坚持',
      });
      return told;
    },
  },
  {
    name: 'task-merged',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'MERGED', { intoTaskIds: ['a'], reason: '内容重复' });
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
    name: 'obligation-moved-by-the-calendar',
    tell: obligation((owed) => {
      owed.at('2024-04-17 10:00', 'CALENDAR_CHANGED', { dueAt: moment('2024-04-18 17:30') });
      owed.file('2024-04-18 10:00', { progress: 40 });
    }),
  },
  {
    name: 'reporting-line-moved-by-the-calendar',
    tell: (rules) => {
      const told = new LoneLine({ ...rules, calendar: calendarWithDayOff('2024-05-20') });
      told.join('2024-05-11 09:00', 't1');
      told.until(moment('2024-05-17 17:30')); // missed, by a calendar that has the Monday off
      told.rules = rules;
      const change = { calendarVersion: rules.calendar.version, reason: '放假安排调整' };
      told.send({ type: 'CALENDAR_CHANGED', at: moment('2024-05-17 18:00'), ...change });
      told.until(moment('2024-05-21 09:00')); // and missed again
      return told;
    },
  },
  {
    name: 'reporting-line-card-appealed-and-upheld',
    tell: line((told) => {
      const card = { generation: 1, unitId: 'unit' };
      const at = (on: string, type: string, facts: Record<string, unknown>) =>
        told.send({ type, at: moment(on), ...facts });
      told.until(moment('2024-04-23 09:00')); // reminded by letter
      at('2024-04-23 10:00', 'APPEALED', { ...card, rung: 'blue', reason: '系统故障' });
      told.until(moment('2024-05-06 09:00')); // the office lets its time pass
      at('2024-05-06 10:00', 'APPEAL_REJECTED', { ...card, rung: 'blue', reason: '不属免责情形' });
      told.until(moment('2024-05-09 09:00'));
      told.issue('2024-05-09 10:00', 'yellow');
      told.until(moment('2024-05-13 09:00')); // and nobody answers it
      at('2024-05-13 10:00', 'CARD_ANSWERED', { ...card, rung: 'yellow', statement: '已整改' });
      at('2024-05-13 11:00', 'APPEALED', { ...card, rung: 'yellow', reason: '受灾' });
      at('2024-05-13 12:00', 'APPEAL_UPHELD', { ...card, rung: 'yellow', reason: '情况属实' });
      told.until(moment('2024-05-21 09:00')); // the next silence begins at the bottom
    }),
  },
  {
    name: 'reporting-line-held-skipped-and-lifted',
    tell: line((told) => {
      const at = (on: string, type: string, facts: Record<string, unknown>) =>
        told.send({ type, at: moment(on), generation: 1, ...facts });
      told.until(moment('2024-04-23 09:00'));
      at('2024-04-23 10:00', 'HELD', { until: '2024-04-25', reason: '正在汇总' });
      told.until(moment('2024-04-26 09:00'));
      at('2024-04-26 10:00', 'SKIPPED', { rung: 'yellow', reason: '已说明', approverId: null });
      told.send({
        type: 'POLICY_ADOPTED',
        at: moment('2024-04-28 10:00'),
        from: 2,
        policyVersion: 3,
        reason: '督办规则修订',
        standing: [{ generation: 1, rungs: ['chase', 'blue', 'yellow'], rank: 2 }],
      });
      at('2024-04-29 10:00', 'LIFTED', { reason: '已协调解决' });
    }),
  },
  {
    name: 'task-of-another-weight-under-another-version',
    tell: task(['u1'], (told) => {
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'IMPORTANCE_SET', { importance: 'major', reason: '省领导批示' });
      told.at('2024-04-17 17:30', 'FIRST_REPORT_OVERDUE');
      told.until(moment('2024-04-19 09:00'));
      told.at('2024-04-19 10:00', 'POLICY_ADOPTED', {
        from: 2,
        policyVersion: 3,
        reason: '督办规则修订',
        standing: [{ generation: 1, rungs: ['prompt', 'blue'], rank: 1 }],
      });
      told.until(moment('2024-04-25 09:00'));
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
  {
    name: 'task-in-other-rhythms',
    tell: task(['u1', 'u2'], (told) => {
      told.at('2024-04-11 10:00', 'CADENCES_CHANGED', { reportsEvery: ['month'], reason: '按月调度' });
      told.at('2024-04-12 10:00', 'DISPATCHED');
      told.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      told.at('2024-04-15 10:00', 'CADENCES_CHANGED', {
        reportsEvery: ['ten-day', 'quarter'],
        reason: '加密调度',
      });
      told.at('2024-04-16 09:00', 'SIGNED', { unitId: 'u2' });
      told.at('2024-06-28 10:00', 'PROGRESS_REPORTED', progressOf('2024-06 下旬', 6, 33));
      told.at('2024-07-03 10:00', 'PROGRESS_REPORTED', progressOf('2024-Q2', 6, 35));
      told.at('2024-07-05 10:00', 'SUSPENDED', { reason: '汛期', until: '2024-07-12' });
      told.at('2024-07-08 10:00', 'CADENCES_CHANGED', { reportsEvery: ['quarter', 'year'], reason: '按季' });
      told.until(moment('2024-07-15 09:00'));
      told.at('2024-10-10 10:00', 'PROGRESS_REPORTED', progressOf('2024-Q3', 60, 62));
    }),
  },
  {
    name: 'obligation-covered-by-a-finer-report',
    tell: obligation((owed) =>
      owed.at('2024-04-22 10:00', 'COVERED', { finerPeriod: '2024-W16', progress: 40 }),
    ),
  },
  {
    name: 'reporting-line-beside-a-finer-one',
    tell: (rules) => {
      const told = new LoneLine(rules, 'quarter').join('2024-04-12 10:00', 't1', { finer: true });
      told.join('2024-04-12 11:00', 't2');
      const filed = { taskId: 't1', finerPeriod: '2024-06 下旬', progress: 40 };
      told.send({ type: 'FINER_REPORT_FILED', at: moment('2024-06-28 10:00'), ...filed });
      told.until(moment('2024-07-04 09:00')); // t2 has no finer rhythm, and nobody has filed it
      told.send({ type: 'RHYTHMS_CHANGED', at: moment('2024-07-04 10:00'), taskId: 't2', finer: true });
      told.send({
        type: 'FINER_REPORT_FILED',
        at: moment('2024-07-05 10:00'),
        ...filed,
        taskId: 't2',
      });
      told.until(moment('2024-10-09 09:00'));
      return told;
    },
  },
];

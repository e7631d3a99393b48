import {
  addDays,
  epochMsOf,
  instantFrom,
  instantOf,
  periodFromKey,
  previousPeriod,
  type Period,
} from '#calendar';
import type { Checkpoint, PeriodRecord, Standing, TaskRecord } from '#products';

const ACTIONS = 8;
/** As many as the bundled plan has. */
const TASKS = 149;
const UNITS = 42;

const checkpoint = ({ key, label, start, end }: Period): Checkpoint => ({
  key,
  label,
  from: instantOf(start, '00:00'),
  at: instantFrom(epochMsOf(instantOf(addDays(end, 1), '00:00')) - 1),
});

function standing(task: number, late: boolean, moved: number): Standing {
  return {
    state: task % 11 === 0 ? 'closed' : 'inProgress',
    leadUnitIds: [`u${task % UNITS}`],
    progress: 30 + ((task + moved) % 50),
    lag: late ? 10 + ((task + moved) % 25) : -2,
    schedule: !late ? 'onTrack' : (task + moved) % 25 >= 10 ? 'seriouslyBehind' : 'behind',
    deadlineOn: task % 7 === 0 ? '2024-06-20' : '2024-12-31',
    pastDeadline: task % 40 === 0,
    blocked: null,
    dispute: null,
    suspendedUntil: null,
  };
}

const taskOf = (task: number, checkpoints: number, moved: number): TaskRecord => ({
  id: `t${task}`,
  code: `A${(task % ACTIONS) + 1}-${String(task).padStart(3, '0')}`,
  title: `推进重点产业链供应链韧性提升和公共服务补短板工程第${task}项`,
  actionId: `a${task % ACTIONS}`,
  originalDeadlineOn: '2024-12-31',
  indicators: [
    {
      position: 0,
      name: '完成率',
      target: '≥90%',
      reading: `${60 + ((task + moved) % 40)}%`,
      reached: (task + moved) % 40 >= 30,
      measured: { target: 90, first: 20 + (task % 30), reading: 60 + ((task + moved) % 40), bound: 'floor' },
    },
  ],
  said: { done: '已完成前期手续和主体工程招标工作', problems: '用地手续办理较慢', nextSteps: '加快办理' },
  stood: Array.from({ length: checkpoints }, (_, at) => standing(task, (task + at + moved) % 5 === 0, moved)),
});

/** A period of a plan of 149 tasks under 42 lead units and 8 actions, made up: every list has something in it, and each period figures of its own. */
export function madeUpPeriod(key: string): PeriodRecord {
  const period = periodFromKey(key);
  const moved = Number(/\d+$/u.exec(key)?.[0] ?? 0);
  const checkpoints = [checkpoint(previousPeriod(period)), checkpoint(period)];
  const last = checkpoints[1] ?? checkpoint(period);
  const all = Array.from({ length: TASKS }, (_, task) => task);
  const dues = [9, 19, 29];
  return {
    jurisdiction: '示例区',
    plan: { id: 'p', title: '示例区“八大行动”实施方案', documentNumber: '示政办发〔2024〕2号' },
    scope: { per: 'plan' },
    period,
    asOf: last.at,
    issue: {
      issuer: '示例区“八大行动”指挥部办公室',
      addressees: ['各工作专班', '各牵头单位'],
      copiesTo: ['指挥长', '副指挥长'],
      printedBy: '示例区“八大行动”指挥部办公室',
      on: addDays(period.end, 1),
    },
    checkpoints,
    actions: Array.from({ length: ACTIONS }, (_, at) => ({
      id: `a${at}`,
      code: `A${at + 1}`,
      name: `第${at + 1}项重点行动`,
      office: `第${at + 1}办公室`,
    })),
    units: Array.from({ length: UNITS }, (_, at) => ({ id: `u${at}`, name: `示例区第${at + 1}工作部门` })),
    tasks: all.map((task) => taskOf(task, checkpoints.length, moved)),
    filings: all.flatMap((task) =>
      dues.map((day) => ({
        id: `f${task}-${day}`,
        taskId: `t${task}`,
        unitId: `u${task % UNITS}`,
        dueAt: instantOf(addDays(period.start, day), '17:30'),
        outcome:
          (['onTime', 'onTime', 'onTime', 'late', 'silent'] as const)[
            (task + ((task * moved) % 7) + day) % 5
          ] ?? 'onTime',
        filedAt: null,
      })),
    ),
    cards: all.slice(0, 20).map((task) => ({
      id: `n${task}`,
      unitId: `u${task % UNITS}`,
      level: task % 2 === 0 ? 'blue' : 'yellow',
      paper: task % 2 === 0 ? ('reminderLetter' as const) : ('supervisionNotice' as const),
      number: null,
      title: '提醒函',
      issuedAt: last.from,
      rescindedAt: null,
      taskIds: [`t${task}`],
    })),
    findings: all.slice(0, 30).map((task) => ({
      id: `v${task}`,
      taskId: `t${task}`,
      unitId: `u${task % UNITS}`,
      finding: task % 6 === 0 ? ('untrue' as const) : ('true' as const),
      words: '现场核实',
      foundAt: last.from,
      done: '已完成前期手续和主体工程招标工作',
      corrected: false,
    })),
    meetings: [],
    behindFrom: 10,
    levels: [
      { id: 'blue', label: '提醒函', card: false, rank: 1 },
      { id: 'yellow', label: '黄牌', card: true, rank: 2 },
    ],
  };
}

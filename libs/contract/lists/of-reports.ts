import { z } from 'zod';
import { DUTY_KINDS } from '../duty-kinds.js';
import { OBLIGATION_STATE_LABELS, SITTING_STATUSES, type ObligationState } from '../labels.js';
import { declareList, someOf } from './declare-list.js';
import { beforeInstant, byId, fromInstant } from './filters.js';

const OBLIGATION_STATES = Object.keys(OBLIGATION_STATE_LABELS) as [ObligationState, ...ObligationState[]];

/** Of what is owed besides the reports: by when, then as a desk has it in its hands. */
export const DUTY_LIST = declareList({
  name: 'duties',
  label: '应办事项',
  filters: {
    plan: byId('方案', 'o.plan_id', 'obligation_duty'),
    task: byId('任务', 'o.task_id', 'obligation_task'),
    unit: { ...byId('承办或要材料的单位', '', 'obligation_duty_unit'), operator: 'by' },
    kind: {
      label: '类别，可填多个',
      schema: someOf(DUTY_KINDS),
      operator: 'among',
      column: 'o.kind',
      type: 'text',
      index: 'obligation_duty_kind',
    },
    state: {
      label: '状态，可填多个',
      schema: someOf(OBLIGATION_STATES),
      operator: 'among',
      column: 'o.state',
      type: 'text',
      index: 'obligation_duty_state',
    },
    status: {
      label: 'open 待办，done 已了结',
      schema: z.enum(['open', 'done']),
      operator: 'by',
      column: '',
      type: 'text',
      index: 'obligation_duty_state',
    },
    dueFrom: fromInstant('期限', 'o.due_at', 'obligation_duty_due'),
    dueBefore: beforeInstant('期限', 'o.due_at', 'obligation_duty_due'),
  },
  sorts: {
    dueAt: {
      label: '期限',
      columns: [
        { sql: 'o.due_at', type: 'timestamptz' },
        { sql: 'o.duty', type: 'text' },
        { sql: 'coalesce(a.position, -1)', type: 'int' },
        { sql: "coalesce(t.code, '')", type: 'text' },
        { sql: 'u.name', type: 'text' },
      ],
      index: 'obligation_duty_due',
    },
  },
  usual: 'dueAt',
});

export const REVIEW_LIST = declareList({
  name: 'reviews',
  label: '待审核的填报',
  filters: {
    plan: byId('方案', 'o.plan_id', 'obligation_waiting'),
    action: byId('行动', 't.action_id', 'task_action_code'),
    unit: byId('填报单位', 'o.unit_id', 'obligation_waiting_unit'),
    dueFrom: fromInstant('期限', 'o.due_at', 'obligation_waiting'),
    dueBefore: beforeInstant('期限', 'o.due_at', 'obligation_waiting'),
  },
  sorts: {
    silentAt: {
      label: '视同通过的时间',
      columns: [
        { sql: "coalesce(d.projected_at, 'infinity')", type: 'timestamptz' },
        { sql: 'a.position', type: 'int' },
        { sql: 't.code', type: 'text' },
      ],
      index: 'obligation_submitted',
    },
    dueAt: {
      label: '期限',
      columns: [{ sql: 'o.due_at', type: 'timestamptz' }],
      index: 'obligation_waiting',
    },
  },
  usual: 'silentAt',
});

export const SITTING_LIST = declareList({
  name: 'sittings',
  label: '填报批次',
  filters: {
    plan: byId('方案', 's.plan_id', 'sitting_plan'),
    unit: byId('单位', 's.unit_id', 'sitting_unit'),
    status: {
      label: '填报情况',
      schema: z.enum(SITTING_STATUSES),
      operator: 'by',
      column: '',
      type: 'text',
      index: 'sitting_report_due',
    },
    dueFrom: fromInstant('期限', 's.due_at', 'sitting_report_due'),
    dueBefore: beforeInstant('期限', 's.due_at', 'sitting_report_due'),
  },
  sorts: {
    dueAt: {
      label: '期限',
      columns: [
        { sql: 's.due_at', type: 'timestamptz' },
        { sql: 'u.name', type: 'text', down: true },
      ],
      index: 'sitting_report_due',
    },
  },
  usual: '-dueAt',
  usualLimit: 100,
});

export const REPORTING_LINE_LIST = declareList({
  name: 'reportingLines',
  label: '各单位填报情况',
  filters: {
    plan: byId('方案', 'l.plan_id', 'reporting_line_jurisdiction_id_plan_id_unit_id_duty_cadence_key'),
    unit: byId('单位', 'l.unit_id', 'reporting_line_unit'),
  },
  sorts: {
    rung: {
      label: '督办层级',
      columns: [
        { sql: 'l.rung', type: 'int', down: true },
        { sql: 'u.name', type: 'text' },
        { sql: 'l.cadence', type: 'text' },
      ],
      index: 'reporting_line_rung',
    },
  },
  usual: 'rung',
});

export const VERIFICATION_LIST = declareList({
  name: 'verifications',
  label: '督查核实',
  filters: {
    plan: byId('方案', 'v.plan_id', 'verification_plan'),
    unit: byId('单位', 'v.unit_id', 'verification_unit'),
    task: byId('任务', 'v.task_id', 'verification_task'),
    state: {
      label: '状态',
      schema: z.enum(['open', 'found']),
      operator: 'is',
      column: 'v.state',
      type: 'text',
      index: 'verification_state',
    },
    orderedFrom: fromInstant('下达时间', 'v.ordered_at', 'verification_ordered'),
    orderedBefore: beforeInstant('下达时间', 'v.ordered_at', 'verification_ordered'),
  },
  sorts: {
    waiting: {
      label: '待核实的在前',
      columns: [
        { sql: 'v.state', type: 'text', down: true },
        { sql: "case when v.state = 'open' then v.due_at else '-infinity' end", type: 'timestamptz' },
        { sql: "coalesce(v.found_at, 'infinity')", type: 'timestamptz', down: true },
        { sql: 't.code', type: 'text' },
      ],
      index: 'verification_state',
    },
    orderedAt: {
      label: '下达时间',
      columns: [{ sql: 'v.ordered_at', type: 'timestamptz' }],
      index: 'verification_ordered',
    },
  },
  usual: 'waiting',
});

import { z } from 'zod';
import { SCHEDULES, TASK_STATES, type Gate, GATE_LABELS, type TaskState } from '../labels.js';
import { declareList, someOf } from './declare-list.js';
import { beforeDay, beforeInstant, byId, byWords, fromDay, fromInstant } from './filters.js';

/** A closure under way is stored with its gate. */
const storedStates = (states: TaskState[]): string[] =>
  states.flatMap((state) =>
    state === 'closing' ? (Object.keys(GATE_LABELS) as Gate[]).map((gate) => `closing.${gate}`) : [state],
  );

export const TASK_LIST = declareList({
  name: 'tasks',
  label: '任务台账',
  filters: {
    plan: byId('方案', 't.plan_id', 'task_jurisdiction_id_plan_id_code_key'),
    action: byId('行动', 't.action_id', 'task_action_code'),
    unit: { ...byId('牵头或配合单位', '', 'responsibility_unit'), operator: 'by' },
    lead: { ...byId('牵头单位', '', 'responsibility_unit'), operator: 'by' },
    state: {
      label: '状态，可填多个',
      schema: someOf(TASK_STATES).transform(storedStates),
      operator: 'among',
      column: 't.state',
      type: 'text',
      index: 'task_state',
    },
    schedule: {
      label: '进度情况（按今日应达）',
      schema: z.enum(SCHEDULES),
      operator: 'by',
      column: '',
      type: 'text',
      index: 'task_action_code',
    },
    rung: {
      label: '督办层级（不低于）',
      schema: z.coerce.number().int().min(1).max(9),
      operator: 'by',
      column: '',
      type: 'int',
      index: 'reporting_line_rung',
    },
    needsAssignment: {
      label: '待指定牵头单位',
      schema: z.stringbool(),
      operator: 'by',
      column: 't.needs_assignment',
      type: 'bool',
      index: 'task_needs_assignment',
    },
    deadlineFrom: fromDay('办结期限', 't.deadline_on', 'task_deadline'),
    deadlineBefore: beforeDay('办结期限', 't.deadline_on', 'task_deadline'),
    q: byWords('名称、编号、章节或牵头单位中的文字；多个词以空格分开，须都有', 'task_action_code'),
  },
  sorts: {
    plan: {
      label: '方案顺序',
      columns: [
        { sql: 'a.position', type: 'int' },
        { sql: 't.code', type: 'text' },
      ],
      index: 'task_action_code',
    },
    deadline: {
      label: '办结期限',
      columns: [{ sql: 't.deadline_on', type: 'date' }],
      index: 'task_deadline',
    },
  },
  usual: 'plan',
});

export const PLAN_LIST = declareList({
  name: 'plans',
  label: '方案',
  filters: {
    year: {
      label: '年度',
      schema: z.coerce.number().int().min(1900).max(2999),
      operator: 'is',
      column: 'p.year',
      type: 'int',
      index: 'plan_year',
    },
  },
  sorts: {
    year: {
      label: '年度',
      columns: [
        { sql: 'p.year', type: 'int', down: true },
        { sql: 'p.code', type: 'text' },
      ],
      index: 'plan_year',
    },
  },
  usual: 'year',
  usualLimit: 500,
});

export const UNIT_LIST = declareList({
  name: 'units',
  label: '单位名录',
  filters: {
    kind: {
      label: '类别',
      schema: z.string().max(60),
      operator: 'is',
      column: 'u.kind',
      type: 'text',
      index: 'unit_order',
    },
    q: byWords('名称中的文字', 'unit_order'),
  },
  sorts: {
    kind: {
      label: '类别和名称',
      columns: [
        { sql: 'u.is_group', type: 'bool' },
        { sql: 'u.kind', type: 'text' },
        { sql: 'u.name', type: 'text' },
      ],
      index: 'unit_order',
    },
    name: {
      label: '名称',
      columns: [{ sql: 'u.name', type: 'text' }],
      index: 'unit_jurisdiction_id_name_key',
    },
  },
  usual: 'kind',
  usualLimit: 500,
});

export const PLAN_REVIEW_LIST = declareList({
  name: 'planReviews',
  label: '方案校核',
  filters: {
    state: {
      label: '状态',
      schema: z.enum(['open', 'dispatched', 'abandoned']),
      operator: 'is',
      column: 'r.state',
      type: 'text',
      index: 'plan_review_state',
    },
    uploadedFrom: fromInstant('上传时间', 'r.uploaded_at', 'plan_review_uploaded'),
    uploadedBefore: beforeInstant('上传时间', 'r.uploaded_at', 'plan_review_uploaded'),
  },
  sorts: {
    uploadedAt: {
      label: '上传时间',
      columns: [{ sql: 'r.uploaded_at', type: 'timestamptz' }],
      index: 'plan_review_uploaded',
    },
  },
  usual: '-uploadedAt',
});

export const PEOPLE_LIST = declareList({
  name: 'peopleContacts',
  label: '人员及接收地址',
  filters: {
    search: byWords('姓名、登录名或单位中的文字', 'person_unit_username'),
    without: {
      label: '没有可用的接收地址',
      schema: z.stringbool(),
      operator: 'by',
      column: '',
      type: 'bool',
      index: 'contact_person',
    },
    unit: byId('单位', 'p.unit_id', 'person_unit_username'),
  },
  sorts: {
    unit: {
      label: '单位和登录名',
      columns: [
        { sql: 'u.name', type: 'text' },
        { sql: 'p.username', type: 'text' },
      ],
      index: 'unit_jurisdiction_id_name_key',
    },
    username: {
      label: '登录名',
      columns: [{ sql: 'p.username', type: 'text' }],
      index: 'person_username',
    },
  },
  usual: 'unit',
  usualLimit: 100,
});

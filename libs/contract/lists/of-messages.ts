import { z } from 'zod';
import { WAY_STATES } from '../delivery.js';
import { NOTICE_AWAITS, NOTICE_KINDS, NOTICE_STATES } from '../labels.js';
import { declareList, someOf } from './declare-list.js';
import { beforeInstant, byId, fromInstant } from './filters.js';

export const NOTICE_LIST = declareList({
  name: 'notices',
  label: '督办文书',
  filters: {
    state: {
      label: '状态，可填多个',
      schema: someOf(NOTICE_STATES),
      operator: 'among',
      column: 'n.state',
      type: 'text',
      index: 'notice_state_drafted',
    },
    awaits: {
      label: '草稿在等什么：agreement 须先经指挥长同意，issue 可以签发',
      schema: z.enum(NOTICE_AWAITS),
      operator: 'by',
      column: '',
      type: 'text',
      index: 'notice_state_drafted',
    },
    kind: {
      label: '文种，可填多个',
      schema: someOf(NOTICE_KINDS),
      operator: 'among',
      column: 'n.kind',
      type: 'text',
      index: 'notice_kind_drafted',
    },
    unit: byId('单位', 'n.unit_id', 'notice_unit_drafted'),
    plan: byId('方案', 'n.plan_id', 'notice_plan_drafted'),
    draftedFrom: fromInstant('拟稿时间', 'n.drafted_at', 'notice_drafted'),
    draftedBefore: beforeInstant('拟稿时间', 'n.drafted_at', 'notice_drafted'),
  },
  sorts: {
    draftedAt: {
      label: '拟稿时间',
      columns: [{ sql: 'n.drafted_at', type: 'timestamptz' }],
      index: 'notice_drafted',
    },
  },
  usual: '-draftedAt',
});

export const INBOX_LIST = declareList({
  name: 'inbox',
  label: '收件箱',
  filters: {
    unread: {
      label: '未读',
      schema: z.stringbool(),
      operator: 'by',
      column: '',
      type: 'bool',
      index: 'message_inbox',
    },
    deliveredFrom: fromInstant('送达时间', 'm.delivered_at', 'message_inbox'),
    deliveredBefore: beforeInstant('送达时间', 'm.delivered_at', 'message_inbox'),
  },
  sorts: {
    deliveredAt: {
      label: '送达时间',
      columns: [{ sql: 'm.delivered_at', type: 'timestamptz' }],
      index: 'message_inbox',
    },
  },
  usual: '-deliveredAt',
});

export const ALERT_LIST = declareList({
  name: 'alerts',
  label: '督查提示',
  filters: {
    state: {
      label: '状态',
      schema: z.enum(['open', 'settled']),
      operator: 'is',
      column: 'l.state',
      type: 'text',
      index: 'alert_state_raised',
    },
    level: {
      label: '级别',
      schema: z.string().max(32),
      operator: 'is',
      column: 'l.level',
      type: 'text',
      index: 'alert_level_raised',
    },
    raisedFrom: fromInstant('提示时间', 'l.raised_at', 'alert_raised'),
    raisedBefore: beforeInstant('提示时间', 'l.raised_at', 'alert_raised'),
  },
  sorts: {
    raisedAt: {
      label: '提示时间',
      columns: [{ sql: 'l.raised_at', type: 'timestamptz' }],
      index: 'alert_raised',
    },
  },
  usual: '-raisedAt',
});

export const LETTER_LIST = declareList({
  name: 'letters',
  label: '站外信件',
  filters: {
    state: {
      label: '送达情况；held 为渠道暂停而暂存',
      schema: z.enum(WAY_STATES),
      operator: 'by',
      column: '',
      type: 'text',
      index: 'letter_state_created',
    },
    channel: byId('渠道', 'l.channel_id', 'letter_channel_created'),
    createdFrom: fromInstant('发出时间', 'l.created_at', 'letter_by_time'),
    createdBefore: beforeInstant('发出时间', 'l.created_at', 'letter_by_time'),
  },
  sorts: {
    createdAt: {
      label: '发出时间',
      columns: [{ sql: 'l.created_at', type: 'timestamptz' }],
      index: 'letter_by_time',
    },
  },
  usual: '-createdAt',
  usualLimit: 50,
});

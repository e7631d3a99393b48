import { z } from 'zod';
import { PRODUCT_KINDS, PRODUCT_STATES } from '../product-names.js';
import { declareList, someOf } from './declare-list.js';
import { beforeInstant, byId, fromInstant } from './filters.js';

export const PRODUCT_LIST = declareList({
  name: 'products',
  label: '产品',
  filters: {
    state: {
      label: '状态，可填多个',
      schema: someOf(PRODUCT_STATES),
      operator: 'among',
      column: 'p.state',
      type: 'text',
      index: 'product_state_made',
    },
    kind: {
      label: '种类，可填多个',
      schema: someOf(PRODUCT_KINDS),
      operator: 'among',
      column: 'p.kind',
      type: 'text',
      index: 'product_kind_made',
    },
    plan: byId('方案', 'p.plan_id', 'product_plan_made'),
    period: {
      label: '期次，如 2024-05',
      schema: z.string().trim().min(4).max(20),
      operator: 'is',
      column: 'p.period',
      type: 'text',
      index: 'product_period',
    },
    producedFrom: fromInstant('拟制时间', 'p.produced_at', 'product_made'),
    producedBefore: beforeInstant('拟制时间', 'p.produced_at', 'product_made'),
  },
  sorts: {
    producedAt: {
      label: '拟制时间',
      columns: [{ sql: 'p.produced_at', type: 'timestamptz' }],
      index: 'product_made',
    },
    dueAt: {
      label: '应出时间（没有时限的最后）',
      columns: [{ sql: "coalesce(p.due_at, 'infinity')", type: 'timestamptz' }],
      index: 'product_due',
    },
  },
  usual: '-producedAt',
});

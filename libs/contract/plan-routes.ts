import { ledgerQuerySchema } from './ledger.js';
import {
  ledgerParamsSchema,
  planListQuerySchema,
  planListSchema,
  planSchema,
  unitListQuerySchema,
  unitListSchema,
} from './plan.js';
import { attachedSourceSchema, planSourceSchema } from './plan-source.js';
import { idParamsSchema } from './primitives.js';
import { UNIT_ROUTES } from './unit-routes.js';

const API = '/api/v1';

/** Plans in force with their text and ledgers, and the units that they name. */
export const PLAN_ROUTES = {
  plans: {
    method: 'get',
    path: `${API}/plans`,
    summary: '方案列表',
    tag: 'plan',
    status: 200,
    query: planListQuerySchema,
    answer: planListSchema,
  },
  plan: {
    method: 'get',
    path: `${API}/plans/{id}`,
    summary: '方案及各行动的进度',
    tag: 'plan',
    status: 200,
    params: idParamsSchema,
    answer: planSchema,
  },
  planSource: {
    method: 'get',
    path: `${API}/plans/{id}/source`,
    summary: '方案原文',
    tag: 'plan',
    status: 200,
    params: idParamsSchema,
    answer: planSourceSchema,
  },
  attachPlanSource: {
    method: 'put',
    path: `${API}/plans/{id}/source`,
    summary: '附上方案原文（请求体为文件本身，须与导入时的原文一致）',
    tag: 'plan',
    status: 200,
    params: idParamsSchema,
    bodyMediaType: 'application/octet-stream',
    answer: attachedSourceSchema,
    change: true,
  },
  ledger: {
    method: 'get',
    path: `${API}/plans/{id}/ledgers/{period}.xlsx`,
    summary: '下载台账：旬台账，报告期为月的是月台账；须由本人填报的在“填报”表中',
    tag: 'plan',
    status: 200,
    params: ledgerParamsSchema,
    query: ledgerQuerySchema,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  units: {
    method: 'get',
    path: `${API}/units`,
    summary: '单位列表',
    tag: 'plan',
    status: 200,
    query: unitListQuerySchema,
    answer: unitListSchema,
  },
  ...UNIT_ROUTES,
} as const;

import { idParamsSchema } from './primitives.js';
import {
  groupMembersSchema,
  newUnitAliasSchema,
  newUnitSchema,
  newUnitSuccessionSchema,
  unitAliasWithdrawalSchema,
  unitFileSchema,
  unitReasonSchema,
  unitRecordPageSchema,
  unitRecordQuerySchema,
  unitSuccessionDoneSchema,
} from './unit-record.js';

const directory = '/api/v1/unit-directory';
const one = `${directory}/{id}`;
const act = {
  method: 'post',
  tag: 'unit',
  status: 200,
  params: idParamsSchema,
  answer: unitFileSchema,
  change: true,
} as const;

/** The directory of units: its keepers read it, the system administrator changes it. */
export const UNIT_ROUTES = {
  unitRecords: {
    method: 'get',
    path: directory,
    summary: '单位目录：别名、沿革、成员、人员和空缺',
    tag: 'unit',
    status: 200,
    query: unitRecordQuerySchema,
    answer: unitRecordPageSchema,
  },
  unitRecord: {
    method: 'get',
    path: one,
    summary: '一个单位的全部情况',
    tag: 'unit',
    status: 200,
    params: idParamsSchema,
    answer: unitFileSchema,
  },
  registerUnit: {
    method: 'post',
    path: directory,
    summary: '登记单位或单位组（系统管理员）',
    tag: 'unit',
    status: 201,
    body: newUnitSchema,
    answer: unitFileSchema,
    change: true,
    problems: ['InputInvalid', 'UnitUnknown', 'UnitExists', 'UnitNameClaimed', 'UnitIsNoGroup'],
  },
  learnUnitAlias: {
    ...act,
    path: `${one}/aliases`,
    summary: '记下单位的别名（系统管理员）',
    body: newUnitAliasSchema,
    problems: ['InputInvalid', 'UnitNameClaimed'],
  },
  takeBackUnitAlias: {
    ...act,
    path: `${one}/alias-withdrawal`,
    summary: '撤销学到的别名（系统管理员）',
    body: unitAliasWithdrawalSchema,
    problems: ['UnitAliasUnknown'],
  },
  succeedUnit: {
    ...act,
    path: `${one}/succession`,
    summary: '记载单位更名、并入、拆分（系统管理员；dryRun=true 只说明影响）',
    body: newUnitSuccessionSchema,
    answer: unitSuccessionDoneSchema,
    problems: ['UnitUnknown', 'UnitSuccessionInvalid'],
  },
  takeBackUnitSuccession: {
    ...act,
    path: `${one}/succession-withdrawal`,
    summary: '撤销记错的沿革（系统管理员）',
    body: unitReasonSchema,
    problems: ['UnitSuccessionInvalid'],
  },
  setGroupMembers: {
    ...act,
    method: 'put',
    path: `${one}/members`,
    summary: '设定单位组的成员（系统管理员）',
    body: groupMembersSchema,
    conditional: true,
    taggedByContent: true,
    problems: ['UnitUnknown', 'UnitIsNoGroup'],
  },
} as const;

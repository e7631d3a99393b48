import type { UnitRecord } from '../unit-record.js';
import type { ExportColumn } from './export-table.js';

export const UNIT_RECORD_COLUMNS: readonly ExportColumn<UnitRecord>[] = [
  { heading: '编号', field: 'code', of: (unit) => unit.code },
  { heading: '单位', field: 'name', of: (unit) => unit.name },
  { heading: '类别', field: 'kindLabel', of: (unit) => unit.kindLabel },
  { heading: '单位组', field: 'isGroup', of: (unit) => unit.isGroup },
  { heading: '别名', field: 'aliases', of: (unit) => unit.aliases.join('、') },
  { heading: '成员数', field: 'members', of: (unit) => unit.members },
  { heading: '沿革', field: 'succeeded', of: (unit) => unit.succeeded },
  { heading: '前身', field: 'predecessors', of: (unit) => unit.predecessors.join('、') },
  { heading: '在职人员', field: 'people', of: (unit) => unit.people },
  { heading: '空缺岗位', field: 'vacant', of: (unit) => unit.vacant.map(({ label }) => label).join('、') },
  { heading: '牵头的在办任务', field: 'tasksLed', of: (unit) => unit.tasksLed },
];

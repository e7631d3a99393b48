import { z } from 'zod';
import { declareList } from './declare-list.js';
import { byWords } from './filters.js';

const yes = (label: string, index: string) =>
  ({ label, schema: z.stringbool(), operator: 'by', column: '', type: 'bool', index }) as const;

/** The directory of units as its administrator reads it. */
export const UNIT_RECORD_LIST = declareList({
  name: 'unitRecords',
  label: '单位目录',
  filters: {
    q: byWords('名称、别名或编号中的文字', 'unit_order'),
    kind: {
      label: '类别',
      schema: z.string().max(60),
      operator: 'is',
      column: 'u.kind',
      type: 'text',
      index: 'unit_order',
    },
    group: {
      label: '单位组（统称）',
      schema: z.stringbool(),
      operator: 'is',
      column: 'u.is_group',
      type: 'bool',
      index: 'unit_order',
    },
    withoutPeople: yes('没有在职人员的单位（单位组除外）', 'unit_order'),
    vacant: yes('任务所需岗位无人任职', 'unit_order'),
    succeeded: yes('已由其他单位承接', 'unit_order'),
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
});

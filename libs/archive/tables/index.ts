import { ACCOUNTABILITY } from './accountability.js';
import type { DeclaredTable } from './declared-table.js';
import { MESSAGES_AND_TRAIL } from './messages-and-trail.js';
import { LEFT_OUT_TABLES, PEOPLE_AND_RULES } from './people-and-rules.js';
import { PLANS_AND_TASKS } from './plans-and-tasks.js';
import { PRODUCTS } from './products.js';

export { LEFT_OUT_TABLES };
export type { DeclaredTable };

/** Every table of the record that goes into an archive; what is in neither list, nobody has decided about. */
export const CARRIED_TABLES: ReadonlyMap<string, DeclaredTable> = new Map<string, DeclaredTable>(
  Object.entries({
    ...PEOPLE_AND_RULES,
    ...PLANS_AND_TASKS,
    ...ACCOUNTABILITY,
    ...PRODUCTS,
    ...MESSAGES_AND_TRAIL,
  }),
);

import { ROLES } from '#accountability';
import type { Authorisation } from './authorisation.js';

/** 工作台、挂图作战、查找: everybody's, of what is theirs. */
export const DESK_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  desk: { may: ROLES },
  shell: { may: ROLES },
  taskWhole: { may: ROLES, of: 'task' },
  search: { may: ROLES, query: `?q=${encodeURIComponent('任务')}` },
  wall: { may: ROLES, of: 'plan' },
};

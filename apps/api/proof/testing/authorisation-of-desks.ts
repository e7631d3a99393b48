import { ROLES, type Role } from '#accountability';
import type { Authorisation } from './authorisation.js';

const RULES: readonly Role[] = [
  'administrator',
  'supervisor',
  'headquartersOffice',
  'commander',
  'deputyCommander',
  'auditor',
];

/** 工作台、挂图作战、查找: everybody's, of what is theirs; 日历、阶梯、运行情况: of who keeps the house or checks it. */
export const DESK_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  desk: { may: ROLES },
  shell: { may: ROLES },
  taskWhole: { may: ROLES, of: 'task' },
  search: { may: ROLES, query: `?q=${encodeURIComponent('任务')}` },
  wall: { may: ROLES, of: 'plan' },
  calendarYear: { may: RULES },
  // Tried only: a calendar in force would move what the others ask about.
  announceCalendar: {
    may: ['administrator'],
    body: () => ({
      dryRun: true,
      years: [{ year: 2031, status: 'provisional', source: null, off: [], worked: [] }],
    }),
  },
  ladders: { may: RULES },
  ladderCourse: {
    may: RULES,
    params: { name: 'reporting' },
    query: '?due=2024-04-19T09:30:00.000Z',
  },
  systemHealth: { may: ['administrator', 'auditor'] },
};

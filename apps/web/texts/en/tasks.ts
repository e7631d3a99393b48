import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const tasks: SpokenFile<typeof import('../zh/tasks.js')> = {
  tasksText: {
    title: 'Tasks',
    count: (shown, total) =>
      shown === total ? plural(total, 'task') : `${shown} of ${plural(total, 'task')}`,
    onTheWay: (shown, read) =>
      shown === read
        ? `${plural(read, 'task')} read, the others are on their way…`
        : `${shown} of the ${plural(read, 'task')} read so far, the others are on their way…`,
    code: 'No.',
    task: 'Task',
    lead: 'Lead unit',
    state: 'State',
    progress: 'Progress',
    nextDue: 'Next due',
    rung: 'Escalation',
    search: 'Find by title, number or unit',
    action: 'Action',
    allActions: 'All actions',
    unit: 'Unit',
    allUnits: 'All units',
    rungFilter: 'Escalation',
    allRungs: 'All rungs',
    anyRung: 'Escalated',
    schedule: 'Schedule',
    allSchedules: 'All schedules',
    needsAssignment: 'Needs a lead unit',
    clear: 'Clear filters',
    noMatch: 'No task matches',
    noMatchHint: 'Loosen the filters.',
    none: 'No tasks yet',
    noneHint: 'Tasks appear here once a plan is imported by the headquarters office.',
    noDue: 'None',
    states: 'By state',
    bulk: { confirm: 'Confirm', dispatch: 'Dispatch', sign: 'Sign' },
  },
};

import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const newTask: SpokenFile<typeof import('../zh/new-task.js')> = {
  newTaskText: {
    title: 'New task',
    button: 'New task',
    hint: "Leaders' instructions and decisions of meetings become tasks here; tasks of a plan are imported in the plan review.",
    none: 'You cannot create tasks',
    noneHint:
      'Instructions are entered by the commander, a deputy or the headquarters office; decisions of meetings by that office or the convener of a task force.',
    plan: 'Plan',
    action: 'Action',
    source: 'Source',
    ref: 'About the source',
    refHint: {
      instruction: 'Whose instruction, and when: "the commander\'s of 23 September"',
      meeting: 'Which meeting: "third special meeting"',
    },
    name: 'Title',
    nameHint: 'One sentence, shown in lists',
    text: 'Words of the instruction or decision',
    leads: 'Lead units',
    supports: 'Supporting units',
    deadline: 'Deadline',
    deadlineGiven: (day) => `If left empty: ${day}, by the rule`,
    deadlineNeeded: 'No rule sets a deadline for this source: give one',
    deadlineKept: 'If left empty, the original deadline stays',
    deadlineByRule: 'If left empty, the deadline follows the rule',
    dispatch: "Dispatch at once: the lead unit's time for signing begins",
    willDispatch:
      'The task is numbered and dispatched; the lead unit is told, and signs or disputes it in time.',
    willDraft:
      'The task is numbered and stays a draft until the headquarters office confirms and dispatches it.',
    dispatchNeedsLead: 'A lead unit is needed for dispatch',
    submit: 'Create',
    again: 'Create another',
    done: (code) => `${code} was created`,
    doneHint: (state, day) => `${state}; deadline ${day}.`,
    toTask: 'See the task',
    split: 'Split the task',
    splitInto: (n) => `New task ${n}`,
    splitHint:
      'The task ends here and keeps its record; the new ones start afresh, without what was missed or escalated before. If it was dispatched, they are dispatched at once.',
    splitMore: 'Add another',
    splitLess: 'Remove this one',
    merge: 'Merge with other tasks',
    mergeWith: 'Tasks to merge with (of the same action)',
    mergeHint: 'These tasks end here and keep their record; the new one starts afresh.',
    mergeInto: 'The merged task',
    reason: 'Reason',
    superseded: (n) => `Done; ${plural(n, 'new task')}`,
    succession: 'Hand tasks to a successor',
    successionTitle: (unit) => `${unit}: hand tasks over`,
    successionTo: 'Successor',
    successionHint:
      'Of the tasks that the unit leads, is to lead or is waited for in, those chosen go to one successor at once, signed for and with their progress. Cards and reports stay with the unit. All of them go, or none. What went by mistake is handed back from the successor.',
    successionTasks: (chosen, all) => `Which tasks (${chosen} of ${all} chosen)`,
    successionAll: 'All',
    successionNone: 'None',
    successionFind: 'Find by title or code',
    successionGroup: (action, section) => (section === null ? action : `${action}: ${section}`),
    successionChoose: 'Choose at least one task',
    successionAsked: (unit) => `Afterwards asked of ${unit}:`,
    successionNothingAsked: 'nothing at present',
    successionStill: 'clock stands still',
    successionLeft: (n) => (n === 0 ? '' : `${plural(n, 'other task')} stay with the unit.`),
    successionCount: (n) =>
      n === 0
        ? 'The unit has no running task to hand over.'
        : `${plural(n, 'running task')} will be handed over. Please confirm.`,
    successionAsk: 'Preview',
    successionDo: (n) => `Hand over ${plural(n, 'task')}`,
    successionDone: (n) => `${plural(n, 'task')} handed over`,
  },
};

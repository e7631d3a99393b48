import {
  LADDER_TRIGGERS,
  levelOf,
  type Ladder,
  type Policy,
  type Role,
  type TaskLadder,
  type TaskRung,
} from '#accountability';
import {
  GATE_LABELS,
  labelOf,
  NOTICE_KIND_LABELS,
  ROLE_LABELS,
  type Labelled,
  type LadderRungView,
  type LadderView,
  type LevelView,
} from '#contract';
import { laddersOf, REPORTING } from '#engine';
import type { LadderPauseRead } from '#persistence';

/** A ladder of the policy by the name that it is stopped by. */
export interface FoundLadder {
  name: string;
  label: string;
  reminders: Ladder['reminders'];
  rungs: readonly TaskRung[];
  /** Of a task's matter. */
  ofTask: TaskLadder | null;
  duties: string[];
}

export function findLadders(policy: Policy): FoundLadder[] {
  const { reportingLadder, taskLadders, dutyLadders, duties } = policy;
  return laddersOf(policy).map(({ name, label }) => {
    if (name === REPORTING) return { name, label, ...reportingLadder, ofTask: null, duties: [] };
    const ofTask = taskLadders.find((one) => one.name === name) ?? null;
    if (ofTask) return { name, label, reminders: [], rungs: ofTask.rungs, ofTask, duties: [] };
    const ladder = dutyLadders[name];
    return {
      ...{ name, label, ofTask },
      reminders: ladder?.reminders ?? [],
      rungs: ladder?.rungs ?? [],
      duties: duties.filter((duty) => duty.ladder === name).map((duty) => duty.label),
    };
  });
}

export const roleRef = (role: Role): Labelled => ({ code: role, label: labelOf(ROLE_LABELS, role) });

export function levelView(policy: Policy, id: string | null): LevelView | null {
  const level = levelOf(policy, id);
  if (!level) return null;
  const { label, colour, rank, meaning } = level;
  return { id: level.id, label, colour, rank, meaning };
}

export const noticeRef = ({ notice }: Pick<TaskRung, 'notice'>): Labelled | null =>
  notice === null ? null : { code: notice, label: labelOf(NOTICE_KIND_LABELS, notice) };

export function ladderView(
  found: FoundLadder,
  policy: Policy,
  pauses: readonly LadderPauseRead[],
): LadderView {
  const { name, label, reminders, rungs, ofTask, duties } = found;
  const pause = pauses.find((one) => one.ladder === name && one.resumedAt === null);
  return {
    ...{ name, label, duties },
    group: groupOf(found),
    cause: ofTask?.trigger ?? (name === REPORTING ? 'reports' : 'duty'),
    gate: ofTask?.gate === undefined ? null : { code: ofTask.gate, label: GATE_LABELS[ofTask.gate] },
    startAt: Object.entries(ofTask?.startAt ?? {}).map(([importance, rung]) => ({
      code: importance,
      label: policy.importances.find(({ id }) => id === importance)?.label ?? importance,
      rung: rungs.find((one) => one.name === rung)?.label ?? rung,
    })),
    together: ofTask?.notices === 'perUnit',
    paused: pause ? { since: pause.pausedAt, until: pause.until, reason: pause.reason } : null,
    reminders: reminders.map(({ offset, audience }) => ({
      offset: offsetView(offset),
      to: audience.map(roleRef),
    })),
    rungs: rungs.map((rung) => rungView(rung, policy)),
  };
}

function groupOf({ name, ofTask }: FoundLadder): LadderView['group'] {
  if (name === REPORTING) return 'reports';
  if (ofTask === null) return 'duty';
  return LADDER_TRIGGERS[ofTask.trigger] === 'unit' ? 'task' : 'office';
}

const offsetView = ({ workingDays, at }: TaskRung['offset']): LadderRungView['offset'] => ({
  workingDays,
  at: at ?? null,
});

function rungView(rung: TaskRung, policy: Policy): LadderRungView {
  const { issue, early, answerWithin } = rung;
  return {
    name: rung.name,
    label: rung.label,
    level: levelView(policy, rung.colour),
    offset: offsetView(rung.offset),
    afterPeriods: rung.afterPeriods ?? null,
    lagOver: rung.lagOver ?? null,
    lagAtMost: rung.lagAtMost ?? null,
    to: rung.audience.map(roleRef),
    notice: noticeRef(rung),
    card: rung.card ?? null,
    issuedBy:
      'within' in issue
        ? {
            ...roleRef(issue.by),
            within: offsetView(issue.within),
            agreedBy: issue.agreedBy === undefined ? null : roleRef(issue.agreedBy),
          }
        : null,
    answerWithin: answerWithin === undefined ? null : offsetView(answerWithin),
    early:
      early === undefined
        ? null
        : {
            level: early.colour,
            label: levelOf(policy, early.colour)?.label ?? early.colour,
            count: early.count,
            within: early.within,
          },
  };
}

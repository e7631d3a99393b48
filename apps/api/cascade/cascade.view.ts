import {
  CASCADE_KIND_LABELS,
  COMPARATOR_LABELS,
  HAND_DOWN_STATE_LABELS,
  JURISDICTION_LEVEL_LABELS,
  labelOf,
  SCHEDULE_LABELS,
  type CascadeMessageView,
  type HandDownView,
  type HandedDownTaskView,
  type JurisdictionRef,
  type LowerProgressFacts,
  type TaskCascadeView,
} from '#contract';
import type {
  CascadeSaid,
  HandDownRead,
  HandedDownTaskRead,
  JurisdictionName,
  ReleasedFacts,
} from '#persistence';
import { periodLabel, taskStateLabel } from '../view/labels.js';

export const jurisdictionRef = ({ id, name, level }: JurisdictionName): JurisdictionRef => ({
  id,
  name,
  level,
  levelLabel: JURISDICTION_LEVEL_LABELS[level],
});

const handed = (row: HandDownRead | HandedDownTaskRead) => ({
  id: row.id,
  title: row.title,
  requirement: row.requirement,
  deadlineOn: row.deadlineOn,
  indicators: row.indicators.map(({ name, comparator, value, unit }) => ({
    name,
    comparatorLabel: labelOf(COMPARATOR_LABELS, comparator),
    value,
    unit,
  })),
  state: row.state,
  stateLabel: HAND_DOWN_STATE_LABELS[row.state],
  offeredAt: row.offeredAt,
  question: row.question,
  answer: row.answer,
  reason: row.reason,
  version: row.version,
});

/** @param mayAct whether the person who looks hands this task down */
export function handDownView(row: HandDownRead, mayAct: boolean): HandDownView {
  const { lowerId, lowerName, deliveredAt, adopted, progress, progressAt, state } = row;
  return {
    ...handed(row),
    lower: { id: lowerId, name: lowerName },
    deliveredAt,
    adopted,
    progress: progress === null || progressAt === null ? null : progressFacts(progress, progressAt),
    mayAnswer: mayAct && state === 'asked',
    mayRecall: mayAct && state !== 'declined' && state !== 'recalled',
  };
}

function progressFacts(facts: ReleasedFacts, at: string): LowerProgressFacts {
  const { state, schedule, card, deadlineOn, percent, period, readings, words } = facts;
  return {
    state,
    stateLabel: taskStateLabel(state),
    scheduleLabel: labelOf(SCHEDULE_LABELS, schedule),
    card,
    deadlineOn,
    percent,
    periodLabel: period === null ? null : periodLabel(period),
    readings,
    words,
    at,
  };
}

/** @param mayDecide whether the person who looks adopts, sends back or asks */
export function handedDownTaskView(row: HandedDownTaskRead, mayDecide: boolean): HandedDownTaskView {
  const { upperId, upperName, upperTaskCode, upperPlanTitle, offeredBy, receivedAt, taskId, taskCode } = row;
  return {
    ...handed(row),
    upper: { id: upperId, name: upperName },
    upperTaskCode,
    upperPlanTitle,
    offeredBy,
    receivedAt,
    task: taskId === null || taskCode === null ? null : { id: taskId, code: taskCode },
    mayDecide: mayDecide && (row.state === 'offered' || row.state === 'asked'),
  };
}

/** What a lead unit may quote of what has come up: counted over those that have adopted it and are not recalled. */
export function lowerFigures(rows: readonly HandDownRead[]): TaskCascadeView['figures'] {
  const adopted = rows.filter(({ state }) => state === 'adopted');
  const told = adopted.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  const percents = told.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const readings = new Map<string, TaskCascadeView['figures']['readings'][number]>();
  for (const { name, unit, value } of told.flatMap((one) => one.readings)) {
    const known = readings.get(`${name}/${unit}`) ?? { name, unit, sum: 0, of: 0 };
    readings.set(`${name}/${unit}`, { ...known, sum: known.sum + value, of: known.of + 1 });
  }
  const mean = percents.reduce((sum, one) => sum + one, 0) / percents.length;
  return {
    adopted: adopted.length,
    reported: percents.length,
    closed: told.filter(({ state }) => state === 'closed').length,
    lowestPercent: percents.length === 0 ? null : Math.min(...percents),
    meanPercent: percents.length === 0 ? null : Math.round(mean * 100) / 100,
    readings: [...readings.values()],
  };
}

export function cascadeMessageView(said: CascadeSaid, otherName: string): CascadeMessageView {
  const { handDownId, direction, seq, kind, at, state } = said;
  return {
    handDownId,
    otherName,
    direction,
    seq,
    kind,
    kindLabel: CASCADE_KIND_LABELS[kind],
    summary: summaryOf(said),
    at,
    state,
  };
}

function summaryOf({ kind, body, at }: CascadeSaid): string {
  const words = (key: string): string => (typeof body[key] === 'string' ? body[key] : '');
  switch (kind) {
    case 'offered':
      return words('requirement');
    case 'answered':
      return words('answer');
    case 'asked':
      return words('question');
    case 'recalled':
    case 'declined':
      return words('reason');
    case 'adopted':
      return `${words('title')}（${words('code')}），时限${words('deadlineOn')}`;
    case 'progress': {
      const {
        stateLabel,
        scheduleLabel,
        card,
        percent,
        periodLabel: period,
      } = progressFacts(body as unknown as ReleasedFacts, at);
      return [
        stateLabel,
        scheduleLabel,
        card,
        percent === null ? null : `${percent}%${period === null ? '' : `（${period}）`}`,
      ]
        .filter((part) => part !== null)
        .join('，');
    }
  }
}

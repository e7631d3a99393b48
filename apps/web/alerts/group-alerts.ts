import type { AlertView, LevelView } from '#contract';

/** One row: what is to be done, and what else the same draft of a notice is about. */
export interface Matter extends AlertView {
  /** The matters that the draft was drafted for; they have no rows of their own. */
  beside: AlertView[];
}

export interface AlertGroup {
  /** Name of the unit; null: matters of no single unit. */
  unit: string | null;
  matters: Matter[];
}

/** Of these the offices owe an act themselves, by a clock of their own; the others say how somebody else stands. */
const TO_DECIDE: ReadonlySet<string> = new Set([
  'issue',
  'noticeToIssue',
  'appeal',
  'appealLate',
  'disputed',
  'disputeLate',
  'blockage',
  'blockageLate',
  'gate',
  'gateLate',
  'verificationLate',
  'yearTurn',
  'needsAssignment',
]);

/** A draft that waits speaks for what it was drafted for; an appeal against it is a matter of its own. */
const OF_A_DRAFT: ReadonlySet<string> = new Set(['issue', 'noticeToIssue', 'rung', 'matter']);

const familyOf = ({ kind }: AlertView): string => kind.split(':')[0] ?? kind;
const asksToIssue = (alert: AlertView): boolean => ['issue', 'noticeToIssue'].includes(familyOf(alert));

/** The alerts as rows: those of one draft that waits to be issued are one. */
export function mattersOf(alerts: readonly AlertView[]): Matter[] {
  const fronts = new Map<string, Matter>();
  for (const alert of alerts) {
    if (alert.noticeId !== null && asksToIssue(alert) && !fronts.has(alert.noticeId))
      fronts.set(alert.noticeId, { ...alert, beside: [] });
  }
  return alerts.flatMap((alert) => {
    const front =
      alert.noticeId !== null && OF_A_DRAFT.has(familyOf(alert)) ? fronts.get(alert.noticeId) : undefined;
    if (front === undefined) return [{ ...alert, beside: [] }];
    if (front.id === alert.id) return [front];
    front.beside.push(alert);
    return [];
  });
}

/** The more serious the heavier; of one level, what is to be decided before what is only to be known. */
function weightBy(levels: readonly LevelView[]): (alert: AlertView) => number {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  return (alert) => (ranks.get(alert.level) ?? 0) * 2 + (TO_DECIDE.has(familyOf(alert)) ? 1 : 0);
}

/** What has no clock comes after everything that has one. */
const dueOf = ({ clock }: AlertView): string => clock?.at ?? '9';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What must happen first, whatever its level; of one moment the more serious. */
export function byClock(matters: readonly Matter[], levels: readonly LevelView[]): Matter[] {
  const weight = weightBy(levels);
  return matters.toSorted(
    (a, b) => compare(dueOf(a), dueOf(b)) || weight(b) - weight(a) || compare(a.raisedAt, b.raisedAt),
  );
}

/** All of them as one list: the most serious first, of these what is to be decided, then what must happen first. */
export function byUrgency(matters: readonly Matter[], levels: readonly LevelView[]): Matter[] {
  const weight = weightBy(levels);
  return matters.toSorted(
    (a, b) => weight(b) - weight(a) || compare(dueOf(a), dueOf(b)) || compare(a.raisedAt, b.raisedAt),
  );
}

/**
 * By unit; the most serious unit first, of these the one whose clock runs down first, and within it its matters by urgency.
 *
 * @param levels those of the session; what is under none of them is the least serious
 */
export function groupAlerts(matters: readonly Matter[], levels: readonly LevelView[]): AlertGroup[] {
  const weight = weightBy(levels);
  const groups = new Map<string | null, Matter[]>();
  for (const matter of byUrgency(matters, levels)) {
    const unit = matter.unit?.name ?? null;
    groups.set(unit, [...(groups.get(unit) ?? []), matter]);
  }
  const heaviest = (group: readonly Matter[]): number => Math.max(...group.map(weight));
  const soonest = (group: readonly Matter[]): string => group.map(dueOf).toSorted()[0] ?? '9';
  return [...groups]
    .map(([unit, each]) => ({ unit, matters: each }))
    .toSorted(
      (a, b) => heaviest(b.matters) - heaviest(a.matters) || compare(soonest(a.matters), soonest(b.matters)),
    );
}

import { GATES, type Gate, type LadderTrigger, type Policy, type TaskContext } from '#accountability';
import { civilDateOf, periodOf, type Instant } from '#calendar';

/** The unit whose ladder it is, where it is the lead's; another one that has a part in it; a third to wait for. */
export const LEAD = 'lead';
export const OTHER = 'other';
export const THIRD = 'third';

/** An event without its moment. */
export interface Fact {
  type: string;
  [fact: string]: unknown;
}

/** How a matter of a task comes about and how it is made good, in events that the chart of a task knows. */
export interface TaskMatter {
  /** What the task has been through when the matter comes up. */
  before: Fact[];
  /** What is set besides, where no short way leads there. */
  context?: Partial<TaskContext>;
  arises: Fact[];
  cured: Fact[];
  /** Whose it is; left out: the lead's. */
  whose?: string;
  /** What is to be kept up all year. */
  ongoing?: boolean;
}

const because = { reason: '推演', statement: '推演', finding: '推演', words: '推演' };
const dispatched: Fact[] = [{ type: 'CONFIRMED' }, { type: 'DISPATCHED' }];
const live: Fact[] = [...dispatched, { type: 'SIGNED', unitId: LEAD }];
const asked: Fact[] = [...live, { type: 'CLOSURE_REQUESTED', unitId: LEAD, ...because }];
const pass = (gate: Gate): Fact => ({ type: 'GATE_PASSED', gate, ...because });
const closed: Fact[] = [{ type: 'CLOSURE_REQUESTED', unitId: LEAD, ...because }, ...GATES.map(pass)];
const blocked: Fact = { type: 'BLOCKED', unitId: LEAD, byUnitId: OTHER, ...because };

const ordered = (verificationId: string): Fact => ({
  type: 'VERIFICATION_ORDERED',
  ...{
    verificationId,
    unitId: LEAD,
    reportId: null,
    period: null,
    drawId: null,
    recordHash: null,
    ...because,
  },
});
const found = (verificationId: string, finding: string): Fact => ({
  type: 'VERIFICATION_FOUND',
  ...{ verificationId, unitId: LEAD, reportId: null, period: null, reported: null, found: null },
  ...{ ...because, finding },
});

/** The lead's report of the ten days in which that instant lies, so many points behind. */
export const reported = (at: Instant, lag: number): Fact => ({
  type: 'PROGRESS_REPORTED',
  ...{ unitId: LEAD, period: periodOf('ten-day', civilDateOf(at)).key, progress: 100 - lag, expected: 100 },
});

/** A card of a climb that is over, from which other ladders begin. */
const CARD = { generation: 0, rung: 'card' };
const carded = (at: Instant, state: Partial<TaskContext['cards'][number]>): Partial<TaskContext> => ({
  cards: [
    {
      ...{ ...CARD, trigger: 'untrue', unitId: LEAD, colour: 'card', at, on: civilDateOf(at) },
      ...{ answer: 'notAsked', appeal: 'none', rescinded: false, ...state },
    },
  ],
});

/**
 * The way into each matter that a task's ladder is climbed for.
 *
 * @param policy for the gates: a ladder for all gates is shown at the first that has none of its own
 * @param dueAt when it comes up
 */
export function matterOfTask(
  { trigger, gate }: { trigger: LadderTrigger; gate: Gate | null },
  { taskLadders }: Policy,
  dueAt: Instant,
): TaskMatter {
  switch (trigger) {
    case 'unsigned':
      return {
        before: dispatched,
        arises: [{ type: 'SIGNING_OVERDUE' }],
        cured: [{ type: 'SIGNED', unitId: LEAD }],
      };
    case 'behind':
      // Reports that tell of it come period by period.
      return { before: live, arises: [], cured: [reported(dueAt, 0)] };
    case 'pastDeadline':
      return { before: live, arises: [{ type: 'DEADLINE_PASSED' }], cured: closed };
    case 'untrue':
      return {
        before: [...live, ordered('first')],
        arises: [found('first', 'untrue')],
        cured: [ordered('second'), found('second', 'true')],
      };
    case 'cardAnswer':
      return {
        before: live,
        context: carded(dueAt, { answer: 'awaited' }),
        arises: [{ type: 'CARD_ANSWER_OVERDUE', ...CARD }],
        cured: [{ type: 'CARD_ANSWERED', ...CARD, unitId: LEAD, ...because }],
      };
    case 'unreported':
      return { before: live, arises: [{ type: 'FIRST_REPORT_OVERDUE' }], cured: [reported(dueAt, 0)] };
    case 'handover':
      return {
        before: [
          ...live,
          { type: 'LEAD_CHANGED', unitIds: [OTHER], ...because },
          { type: 'HANDED_OVER', unitId: LEAD, ...because },
        ],
        arises: [{ type: 'HANDOVER_OVERDUE' }],
        cured: [{ type: 'TAKEN_OVER', unitId: OTHER }],
        whose: OTHER,
      };
    case 'awaited':
      return {
        before: [...live, blocked, { type: 'BLOCKAGE_ACCEPTED' }],
        arises: [{ type: 'AWAITED_OVERDUE' }],
        cured: [{ type: 'UNBLOCKED', ...because }],
        whose: OTHER,
      };
    case 'correctionLate':
      return {
        before: [...live, ordered('first'), found('first', 'partlyTrue')],
        arises: [{ type: 'CORRECTION_OVERDUE', verificationId: 'first' }],
        cured: [{ type: 'FIGURE_CORRECTED', verificationId: 'first', unitId: LEAD, progress: 0, ...because }],
      };
    case 'disputeLate':
      return {
        before: [...dispatched, { type: 'DISPUTED', unitId: LEAD, ...because }],
        arises: [{ type: 'DISPUTE_OVERDUE' }],
        cured: [{ type: 'DISPUTE_RESOLVED', decision: 'insist', unitIds: [], ...because }],
      };
    case 'gateLate': {
      const own = taskLadders.flatMap((one) => (one.trigger === trigger ? (one.gate ?? []) : []));
      const at = gate ?? GATES.find((one) => !own.includes(one)) ?? GATES[0];
      return {
        before: [...asked, ...GATES.slice(0, GATES.indexOf(at)).map(pass)],
        arises: [{ type: 'GATE_OVERDUE', gate: at }],
        cured: [pass(at)],
      };
    }
    case 'appealLate':
      return {
        before: live,
        context: carded(dueAt, { appeal: 'open' }),
        arises: [{ type: 'APPEAL_OVERDUE', ...CARD }],
        cured: [{ type: 'APPEAL_REJECTED', ...CARD, ...because }],
      };
    case 'verificationLate':
      return {
        before: [...live, ordered('first')],
        arises: [{ type: 'VERIFICATION_OVERDUE', verificationId: 'first' }],
        cured: [found('first', 'true')],
      };
    case 'blockageLate':
      return {
        before: [...live, blocked],
        arises: [{ type: 'BLOCKAGE_OVERDUE' }],
        cured: [{ type: 'BLOCKAGE_REJECTED', ...because }],
      };
    case 'yearTurn':
      return {
        before: live,
        arises: [{ type: 'DEADLINE_PASSED' }],
        cured: [{ type: 'CLOSED_WITH_YEAR', year: Number(dueAt.slice(0, 4)), ...because }],
        ongoing: true,
      };
  }
}

import { signOffRole } from '#accountability';
import {
  PARKED_STATE_LABELS,
  type ParkedReport,
  type ParkedStateName,
  type SignOffOfSitting,
} from '#contract';
import { wayOut } from '#engine';
import {
  headsOfUnit,
  parkedOfSitting,
  signOffOfUnit,
  type ParkedRead,
  type SittingRow,
  type Transaction,
} from '#persistence';
import { civilDateOf, type Instant } from '#calendar';
import { personRef } from '../view/refs.js';
import type { Who } from '../who/who.js';

export interface SignOffView {
  signOff: SignOffOfSitting;
  /** The latest for each thing owed, where something is under way; none for who is not of the unit. */
  parked: ReadonlyMap<string, ParkedReport>;
  parkedSteps: number;
  maySign: boolean;
}

/** How what is owed in a sitting goes by the unit's head, and what is there now. */
export async function signOffOfSitting(
  tx: Transaction,
  who: Who,
  sitting: SittingRow,
  mayFile: boolean,
  now: Instant,
): Promise<SignOffView> {
  const unitId = sitting.unit_id;
  const [unit, sent, heads] = await Promise.all([
    signOffOfUnit(tx, unitId),
    parkedOfSitting(tx, sitting.id),
    headsOfUnit(tx, unitId, civilDateOf(now)),
  ]);
  const wanted = unit?.wanted ?? false;
  const way = mayFile ? await wayOut(tx, { unitId, signOff: wanted }, who.actor, now) : null;
  const role = signOffRole(who.actor, 'sign', { jurisdictionId: who.jurisdictionId, unitId });
  const lent = role?.onBehalfOf !== undefined;
  const waiting = sent.filter(({ state }) => state === 'waiting');
  const maySign = ({ state, sentBy }: ParkedRead): boolean =>
    role !== null && state === 'waiting' && !(lent && sentBy === who.actor.personId);
  return {
    signOff: {
      wanted,
      heads: heads.map(({ personId, name }) => ({ id: personId, name })),
      way: way === null ? null : way.signOff ? 'sendForSignOff' : 'file',
      because: way === null || way.signOff || way.because === 'notWanted' ? null : way.because,
      waiting: waiting.length,
      since: waiting[0]?.sentAt ?? null,
    },
    parked: new Map(
      mayFile
        ? sent.flatMap((row) => {
            const view = parkedView(row, maySign(row));
            return view === null ? [] : [[row.obligationId, view] as const];
          })
        : [],
    ),
    parkedSteps: stepsOf(sent),
    maySign: role !== null,
  };
}

/** One for each sending, and one more when it is decided: it never falls. */
export const stepsOf = (sent: readonly ParkedRead[]): number =>
  sent.reduce((sum, { state }) => sum + (state === 'waiting' ? 1 : 2), 0);

/** Null: it is over, and what stands is in the record. */
function parkedView(row: ParkedRead, maySign: boolean): ParkedReport | null {
  if (row.state === 'replaced' || row.state === 'signed') return null;
  const state: ParkedStateName = row.state;
  return {
    state,
    stateLabel: PARKED_STATE_LABELS[state],
    progress: row.progress,
    noChange: row.noChange,
    done: row.done,
    problems: row.problems,
    helpWanted: row.helpWanted,
    nextSteps: row.nextSteps,
    readings: row.readings,
    evidence: row.evidence,
    sentBy: personRef(row.sentBy, row.sentByName),
    sentAt: row.sentAt,
    decidedBy: personRef(row.decidedBy, row.decidedByName),
    decidedAt: row.decidedAt,
    remark: row.remark,
    maySign,
  };
}

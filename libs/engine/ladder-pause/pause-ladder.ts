import { identifierOf, latestPauseDay, refuse, type Outcome } from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import {
  endLadderPause,
  insertLadderPause,
  ladderPauses,
  latestPolicyVersion,
  roleHolders,
  settleAlertOf,
  type Transaction,
} from '#persistence';
import { ladderPausedMessage, ladderResumedMessage } from '#reporting';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { tellSupervisors } from '../tell-supervisors.js';
import { followPauses } from './follow-pauses.js';
import { laddersOf } from './ladders-of.js';
import { recordSetting } from '../trail/index.js';

export interface PauseLadderCommand {
  jurisdictionId: string;
  /** `reporting`, or the name of a ladder of the policy. */
  ladder: string;
  reason: string;
  /** The last day; left out: as long as the policy allows. */
  until?: CivilDate;
  /** Who decides it; must hold a post that the policy names. */
  by: { personId: string; name: string };
}

/**
 * Stops a whole ladder, for everybody: its rungs do not come until it goes on. In the trail of clocks with who, why and
 * since when; the supervision office is told.
 */
export async function pauseLadder(
  context: EngineContext,
  { jurisdictionId, ladder, reason, until, by }: PauseLadderCommand,
): Promise<Outcome<{ label: string; until: CivilDate }>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明暂停的理由。');
  const outcome = await inTransaction(context, jurisdictionId, async (tx) => {
    const now = context.clock.now();
    const { policy, calendar } = await context.book.rules(tx, await latestPolicyVersion(tx));
    const known = laddersOf(policy);
    const found = known.find(({ name }) => name === ladder);
    if (!found)
      return refuse(
        'LadderUnknown',
        `现行规则没有名为“${ladder}”的阶梯。可用的有：${known.map(({ name, label }) => `${name}（${label}）`).join('、')}。`,
      );
    const allowed = await mayPause(tx, by.personId, policy.ladderPauses.by, now);
    if (!allowed)
      return refuse(
        'PauseNotAllowed',
        `${by.name}不在可以暂停阶梯的岗位上；请由现行规则 ladderPauses.by 所列岗位决定。`,
      );
    const today = civilDateOf(now);
    const latest = latestPauseDay(policy, calendar, today);
    const last = until ?? latest;
    if (last < today || last > latest)
      return refuse(
        'PauseTooLong',
        `阶梯最长暂停 ${policy.ladderPauses.workingDaysAtMost} 个工作日，即${today}至${latest}；请改写截止日期。`,
      );
    const id = identifierOf('ladderPause', jurisdictionId, ladder, now);
    const row = {
      id,
      ladder,
      label: found.label,
      covers: found.covers,
      reason: reason.trim(),
      pausedAt: now,
      pausedBy: by.personId,
      until: last,
    };
    if ((await insertLadderPause(tx, row)) === 0)
      return refuse('LadderPaused', `“${found.label}”已经处于暂停中；可先恢复，再重新暂停。`);
    await recordSetting(tx, {
      action: 'ladderPaused',
      by: by.personId,
      target: { kind: 'ladder', id: ladder },
      details: { until: last, covers: found.covers },
      after: { label: found.label, reason: row.reason },
    });
    const text = ladderPausedMessage({ ...row, at: now, by: by.name });
    await tellSupervisors(tx, context.book, { kind: 'ladderPause', key: `ladderPause/${id}`, ...text }, now);
    return { ok: true as const, value: { label: found.label, until: last } };
  });
  if (outcome.ok) await followPauses(context, jurisdictionId);
  return outcome;
}

export interface ResumeLadderCommand {
  jurisdictionId: string;
  ladder: string;
  by: { personId: string; name: string };
}

/** Lets a ladder go on before its pause would have ended: from now, with the gaps between its rungs kept. */
export async function resumeLadder(
  context: EngineContext,
  { jurisdictionId, ladder, by }: ResumeLadderCommand,
): Promise<Outcome<{ label: string; at: Instant }>> {
  const outcome = await inTransaction(context, jurisdictionId, async (tx) => {
    const now = context.clock.now();
    const pause = (await ladderPauses(tx)).find((one) => one.ladder === ladder && one.resumedAt === null);
    if (!pause) return refuse('LadderNotPaused', `阶梯“${ladder}”没有暂停，不必恢复。`);
    const { policy } = await context.book.rules(tx, await latestPolicyVersion(tx));
    if (!(await mayPause(tx, by.personId, policy.ladderPauses.by, now)))
      return refuse(
        'PauseNotAllowed',
        `${by.name}不在可以恢复阶梯的岗位上；请由现行规则 ladderPauses.by 所列岗位决定。`,
      );
    await endLadderPause(tx, pause.id, now, by.personId);
    await recordSetting(tx, {
      action: 'ladderResumed',
      by: by.personId,
      target: { kind: 'ladder', id: ladder },
      details: { pausedAt: pause.pausedAt, until: pause.until },
      before: { label: pause.label, reason: pause.reason },
    });
    await settleAlertOf(tx, `ladderPause/${pause.id}`, now);
    const text = ladderResumedMessage({ label: pause.label, at: now, by: by.name });
    const told = { kind: 'ladderPause', key: `ladderPause/${pause.id}/over`, ...text };
    await tellSupervisors(tx, context.book, told, now, { alert: false });
    return { ok: true as const, value: { label: pause.label, at: now } };
  });
  if (outcome.ok) await followPauses(context, jurisdictionId);
  return outcome;
}

async function mayPause(
  tx: Transaction,
  personId: string,
  roles: readonly string[],
  now: Instant,
): Promise<boolean> {
  const holders = await roleHolders(tx, civilDateOf(now));
  return holders.some((one) => one.personId === personId && roles.includes(one.role));
}

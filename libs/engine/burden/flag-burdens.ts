import { identifierOf } from '#accountability';
import { civilDateOf } from '#calendar';
import { askedOfUnits, beat, raiseAlerts, settleBurdenAlerts, unitNames } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { burdenFigures, stretchOf } from './burden-of.js';
import { reckonBurden, type UnitMonth } from './reckon-burden.js';

/** The heartbeat of this look: once a day is often enough. */
const HEARTBEAT = 'burden';

/** On which day a process looked last: it need not ask the record again on the same one. */
const lookedOn = new WeakMap<EngineContext, Map<string, string>>();

/**
 * Looks once a day whether more is asked of a unit this month than the policy's cap allows, over all plans together, and
 * flags it for the headquarters: once a unit and month. Flags of months that are over are settled. Returns how many are
 * over the cap.
 */
export async function flagBurdens(context: EngineContext, jurisdictionId: string): Promise<number> {
  const now = context.clock.now();
  const today = civilDateOf(now);
  const month = today.slice(0, 7);
  const looked = lookedOn.get(context) ?? new Map<string, string>();
  if (looked.get(jurisdictionId) === today) return 0;
  const flagged = await context.database.transaction({ jurisdictionId }, async (tx) => {
    const before = await beat(tx, HEARTBEAT, now);
    if (before !== null && civilDateOf(before) >= today) return 0;
    await settleBurdenAlerts(tx, month, now);
    const asked = await askedOfUnits(tx, { ...stretchOf(month), unitId: null, planId: null });
    if (asked.length === 0) return 0;
    const figures = await burdenFigures(context, tx);
    const over = reckonBurden(asked, figures).filter(({ overCap }) => overCap);
    if (over.length === 0) return 0;
    const names = await unitNames(
      tx,
      over.map(({ unitId }) => unitId),
    );
    await raiseAlerts(
      tx,
      over.map((unit) => ({
        id: identifierOf('alert', jurisdictionId, 'burden', month, unit.unitId),
        kind: 'burden',
        level: 'info',
        planId: onlyPlanOf(unit),
        unitId: unit.unitId,
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        title: `${names.get(unit.unitId) ?? '某单位'}本月填报负担超过上限`,
        detail: detailOf(unit, figures.minutesPerMonthCap, figures.assumed),
        raisedAt: now,
        idempotencyKey: `burden/${month}/${unit.unitId}`,
      })),
    );
    return over.length;
  });
  lookedOn.set(context, looked.set(jurisdictionId, today));
  return flagged;
}

/** The plan that asks for all of it, if it is one. */
function onlyPlanOf({ made }: UnitMonth): string | null {
  const plans = new Set(made.map(({ planId }) => planId));
  const [plan = null] = plans;
  return plans.size === 1 ? plan : null;
}

const hours = (minutes: number): string => `${Math.round((minutes / 60) * 10) / 10}小时`;

const detailOf = ({ demands, fields, minutes, made }: UnitMonth, cap: number, assumed: boolean): string =>
  `本月共${demands}项、${fields}个填报栏目，约需${hours(minutes)}，上限${hours(cap)}${assumed ? '（用时为估计值）' : ''}；其中${made
    .slice(0, 3)
    .map(({ label, demands: count, minutes: part }) => `${label}${count}项约${hours(part)}`)
    .join('，')}。请合并事项、减少频次或调整牵头单位。`;

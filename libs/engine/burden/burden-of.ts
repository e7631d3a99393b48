import { burdenSchema, refuse, type BurdenFigures, type Outcome } from '#accountability';
import { addDays, instantOf, type CivilDate } from '#calendar';
import {
  askedOfUnits,
  demandsOfUnit,
  latestPolicyVersion,
  unitNames,
  type DemandRow,
  type Transaction,
} from '#persistence';
import { BURDEN } from '#plan';
import type { EngineContext } from '../engine-context.js';
import { reckonBurden, type UnitMonth } from './reckon-burden.js';

export interface BurdenCommand {
  jurisdictionId: string;
  /** One unit, with every single demand; null: all units. */
  unitId?: string | null;
  /** One plan's demands; null: those of all plans together, as a unit feels them. */
  planId?: string | null;
  /** `2024-05`, and the last month, included. */
  from: string;
  to: string;
}

export interface NamedUnitMonth extends UnitMonth {
  name: string;
}

export interface MonthBurden {
  month: string;
  units: NamedUnitMonth[];
  /** Every single demand, where one unit was asked for. */
  demands: DemandRow[];
}

export interface Burden {
  /** The policy's figures; while `assumed` is true they are estimates that nobody has measured. */
  figures: BurdenFigures;
  months: MonthBurden[];
}

const MOST_MONTHS = 36;

/** What was asked of units month by month as it ran: demands, fields, estimated minutes, and what made them. */
export function burdenOf(context: EngineContext, command: BurdenCommand): Promise<Outcome<Burden>> {
  return context.database.transaction(
    { jurisdictionId: command.jurisdictionId },
    async (tx): Promise<Outcome<Burden>> => {
      const months = monthsBetween(command.from, command.to);
      if (months === null)
        return refuse('InputInvalid', `月份应写成 2024-05，起止相距不超过 ${MOST_MONTHS} 个月。`);
      const figures = await burdenFigures(context, tx);
      const unitId = command.unitId ?? null;
      const planId = command.planId ?? null;
      const read: MonthBurden[] = [];
      for (const month of months) {
        const within = { ...stretchOf(month), unitId, planId };
        const units = reckonBurden(await askedOfUnits(tx, within), figures);
        const names = await unitNames(
          tx,
          units.map((unit) => unit.unitId),
        );
        read.push({
          month,
          units: units.map((unit) => ({ ...unit, name: names.get(unit.unitId) ?? unit.unitId })),
          demands: unitId === null ? [] : await demandsOfUnit(tx, { ...within, unitId }),
        });
      }
      return { ok: true, value: { figures, months: read } };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

/** The figures of the newest policy, or those that stand in for a policy without any. */
export async function burdenFigures(context: EngineContext, tx: Transaction): Promise<BurdenFigures> {
  const { burden } = await context.book.policy(tx, await latestPolicyVersion(tx));
  return burden ?? burdenSchema.parse(BURDEN);
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

function monthsBetween(from: string, to: string): string[] | null {
  if (!MONTH.test(from) || !MONTH.test(to) || to < from) return null;
  const months: string[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) {
    if (months.length === MOST_MONTHS) return null;
    months.push(month);
  }
  return months;
}

const nextMonth = (month: string): string => addDays(`${month}-28`, 7).slice(0, 7);

/** A month in civil time, its end not included. */
export function stretchOf(month: string): { from: string; to: string } {
  const firstDay = (of: string): CivilDate => `${of}-01`;
  return { from: instantOf(firstDay(month), '00:00'), to: instantOf(firstDay(nextMonth(month)), '00:00') };
}

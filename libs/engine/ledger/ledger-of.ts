import type { Actor } from '#accountability';
import { CalendarError, periodFromKey } from '#calendar';
import { writeWorkbook, type SheetModel } from '#documents';
import type { Transaction } from '#persistence';
import {
  fillInSheet,
  identitySheet,
  monthlyLedger,
  signedText,
  type LedgerIdentity,
  type OwedItem,
  type ProductScope,
} from '#products';
import { tenDayLedger } from '#reporting';
import type { EngineContext } from '../engine-context.js';
import { readPeriodFacts } from '../products/facts/read-period-facts.js';
import type { LedgerSeal } from './ledger-seal.js';
import { owedItems } from './owed-items.js';
import { tenDayFacts, type WantedLedger, type WrittenLedger } from './ten-day-ledger-of.js';

/** Who is to fill in what they owe; left out: the ledger is for looking at and for printing. */
export interface Filler {
  actor: Actor;
  seal: LedgerSeal;
}

interface Ledger {
  planTitle: string;
  periodLabel: string;
  name: string;
  sheets: SheetModel[];
}

/**
 * A ledger as a workbook, from the record as it stands now: of a month the monthly one, of every other period the ten-day one; of a
 * plan, an action or a unit. What the filler owes for it stands on a sheet of its own, ahead of the others, to be filled in offline.
 * Null for what is not there.
 */
export async function ledgerOf(
  context: EngineContext,
  wanted: WantedLedger & { filler?: Filler | undefined },
): Promise<WrittenLedger | null> {
  const scope = { jurisdictionId: wanted.jurisdictionId, unitId: wanted.unitId ?? null };
  const now = context.clock.now();
  return context.database.transaction(scope, async (tx) => {
    const ledger = await sheetsOf(context, tx, wanted);
    if (ledger === null) return null;
    const { planTitle, periodLabel, name } = ledger;
    const printed = ledger.sheets.map((sheet): SheetModel => ({
      ...sheet,
      locked: true,
      pageHead: { left: planTitle, right: periodLabel },
    }));
    const { filler } = wanted;
    const items = filler === undefined ? [] : await toFill(context, tx, wanted, filler.actor);
    const fillIn =
      filler === undefined || items.length === 0
        ? []
        : workbookOf(
            { ...wanted, planTitle, periodLabel, scope: scopeWord(wanted) },
            items,
            filler.seal,
            now,
          );
    const [first, ...rest] = fillIn;
    const sheets = [...(first === undefined ? [] : [first]), ...printed, ...rest];
    const of = (items.length > 0 ? items[0]?.unit.name : undefined) ?? '';
    const whose = new Set(items.map(({ unit }) => unit.id)).size === 1 ? `-${of}` : '';
    return {
      fileName: `${name}-${periodLabel}${whose}.xlsx`,
      bytes: await writeWorkbook(sheets, { date: now.slice(0, 10) }),
    };
  });
}

const toFill = async (
  { book, clock }: EngineContext,
  tx: Transaction,
  wanted: WantedLedger,
  actor: Actor,
): Promise<OwedItem[]> => {
  const { planId, period, of = {} } = wanted;
  return (
    await owedItems(
      tx,
      actor,
      { planId, period, ...of },
      { calendar: await book.calendar(tx), at: clock.now() },
    )
  ).filter(({ mayFile }) => mayFile);
};

const scopeWord = ({ of = {}, planId }: WantedLedger): string =>
  of.unitId !== undefined
    ? `unit:${of.unitId}`
    : of.actionId !== undefined
      ? `action:${of.actionId}`
      : `plan:${planId}`;

/** The sheet that is filled in, and behind the others the one that says where it comes from. */
export function workbookOf(
  from: Pick<LedgerIdentity, 'jurisdictionId' | 'planId' | 'planTitle' | 'period' | 'periodLabel' | 'scope'>,
  items: readonly OwedItem[],
  seal: LedgerSeal,
  now: string,
  sheet: SheetModel = fillInSheet(
    from,
    items.map((item) => ({ item })),
    now,
  ),
): [SheetModel, SheetModel] {
  const identity: LedgerIdentity = {
    installation: seal.installation,
    jurisdictionId: from.jurisdictionId,
    planId: from.planId,
    planTitle: from.planTitle,
    period: from.period,
    periodLabel: from.periodLabel,
    scope: from.scope,
    madeAt: now,
    rows: items.map(({ obligationId, revision, task, unit, period }) => ({
      ...{ obligationId, revision, code: task.code },
      ...{ unit: unit.name, period: period.label },
    })),
  };
  return [sheet, identitySheet(identity, seal.sign(signedText(identity)))];
}

async function sheetsOf(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedLedger,
): Promise<Ledger | null> {
  const cadence = cadenceOf(wanted.period);
  if (cadence === null) return null;
  if (cadence === 'month') return monthly(context, tx, wanted);
  const facts = await tenDayFacts(context, tx, wanted);
  if (facts === null) return null;
  const { plan, period } = facts;
  return { planTitle: plan.title, periodLabel: period.label, name: '旬台账', sheets: tenDayLedger(facts) };
}

/** Null for what is no period: it comes from an address that anybody may write. */
function cadenceOf(period: string): string | null {
  try {
    return periodFromKey(period).cadence;
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

async function monthly(
  context: EngineContext,
  tx: Transaction,
  { planId, period, of = {}, unitId }: WantedLedger,
): Promise<Ledger | null> {
  const one = of.unitId ?? unitId ?? undefined;
  const scope: ProductScope =
    one !== undefined
      ? { per: 'unit', unitId: one }
      : of.actionId !== undefined
        ? { per: 'action', actionId: of.actionId }
        : { per: 'plan' };
  if (periodFromKey(period).start > context.clock.now().slice(0, 10)) return null;
  const facts = await readPeriodFacts(context, tx, { planId, scope, period });
  if (facts === null) return null;
  const { plan, period: of_ } = facts.record;
  return { planTitle: plan.title, periodLabel: of_.label, name: '月台账', sheets: monthlyLedger(facts) };
}

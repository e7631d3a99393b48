import { isDeepStrictEqual } from 'node:util';
import {
  insertReports,
  lockSubjects,
  owedReports,
  replaceParked,
  sittingById,
  waitingObligations,
  type Transaction,
} from '#persistence';
import type { Actor, Outcome } from '#accountability';
import { writeWorkbook, type ReadSheet } from '#documents';
import type { Instant } from '#calendar';
import {
  judgeRows,
  markedSheets,
  readFillIn,
  readIdentity,
  remaining,
  signedText,
  type JudgedRow,
  type LedgerIdentity,
  type StrayRow,
} from '#products';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type { Envelope } from '../envelope.js';
import { FILEABLE } from '../report-package.js';
import { goingToHead, goodRows, notWhileWithHead, pairsOf, sendToHeads, type ToHead } from './to-head.js';
import {
  lineHears,
  reportEntries,
  reportEnvelopes,
  reportRows,
  type Filing,
  type ReportEntry,
} from '../report-filing.js';
import { workbookOf } from './ledger-of.js';
import type { LedgerSeal } from './ledger-seal.js';
import { owedItems } from './owed-items.js';

/** A workbook that somebody has filled in. */
export interface TakeWorkbook {
  jurisdictionId: string;
  actor: Actor;
  /** The unit that the person is bound to. */
  unitId: string | undefined;
  sheets: readonly ReadSheet[];
  seal: LedgerSeal;
  /** Only what belongs to this sitting is expected of it. */
  sittingId?: string | undefined;
}

/** What a package of a unit comes to. */
export interface LedgerSitting {
  id: string;
  unit: string;
  periodLabel: string;
  dueAt: Instant;
  /** Reports that it waits for after the good rows were filed, or sent to the head. */
  stillOwed: number;
  /** The good rows go to the unit's head, who signs them before they are filed. */
  signOff: boolean;
}

export interface TakenWorkbook {
  identity: LedgerIdentity;
  rows: JudgedRow[];
  strays: StrayRow[];
  missing: string[];
  sittings: LedgerSitting[];
}

/** Why nothing of a workbook is looked at; `message` is for the person. */
export type WorkbookRefused = { ok: false; message: string };
type Identified = { ok: true; identity: LedgerIdentity } | WorkbookRefused;

/** What would become of a workbook, row by row. Changes nothing. */
export async function checkWorkbook(
  context: EngineContext,
  command: TakeWorkbook,
): Promise<{ ok: true; value: TakenWorkbook } | WorkbookRefused> {
  const known = identified(command);
  if (!known.ok) return known;
  const scope = { jurisdictionId: command.jurisdictionId, unitId: command.unitId ?? null };
  return context.database.transaction(
    scope,
    async (tx) => {
      const { value } = await judged(tx, command, known.identity, context.clock.now());
      const wrong = notHere(command, value);
      return wrong === null ? { ok: true, value } : { ok: false, message: wrong };
    },
    { readOnly: true },
  );
}

/**
 * Files the good rows of a workbook in one transaction, as reports like any others; of the rest nothing is changed. A package whose
 * last report that is filed with it counts as filed; of one that still waits for some, its line is told which have come.
 */
export async function fileWorkbook(
  context: EngineContext,
  command: TakeWorkbook & { idempotencyKey: string },
): Promise<Outcome<TakenWorkbook> | WorkbookRefused> {
  const known = identified(command);
  if (!known.ok) return known;
  return inTransaction(
    context,
    command.jurisdictionId,
    async (tx): Promise<Outcome<TakenWorkbook> | WorkbookRefused> => {
      const now = context.clock.now();
      await lockLines(tx, known.identity);
      const { value, toHead } = await judged(tx, command, known.identity, now);
      const wrong = notHere(command, value);
      if (wrong !== null) return { ok: false, message: wrong };
      await sendToHeads(context, tx, command, value, toHead, now);
      const filing: Filing = {
        command: { actor: command.actor, idempotencyKey: command.idempotencyKey, from: 'workbook' },
        now,
        calendar: await context.book.calendar(tx),
      };
      const { entries, envelopes } = await filed(tx, filing, value, toHead);
      if (entries.length === 0) return { ok: true, value };
      const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, envelopes);
      if (!outcome.ok) return outcome;
      await insertReports(tx, reportRows(filing, entries));
      await replaceParked(
        tx,
        entries.map(({ on }) => on.obligationId),
        command.actor.personId,
        now,
      );
      return { ok: true, value };
    },
  );
}

/** The rows that were not filed as a workbook of their own, with what is wrong; null where nothing is left. */
export async function markedWorkbook(
  context: EngineContext,
  command: TakeWorkbook,
  { identity, rows, strays }: TakenWorkbook,
): Promise<Uint8Array | null> {
  const now = context.clock.now();
  const sheets = markedSheets(identity, rows, strays, now);
  const [first, ...more] = sheets;
  if (first === undefined || (rows.every(isUntouched) && strays.length === 0)) return null;
  const items = remaining(rows).map(({ item }) => item);
  const [sheet, from] = workbookOf(identity, items, command.seal, now, first);
  return writeWorkbook([sheet, ...more, ...(items.length === 0 ? [] : [from])], { date: now.slice(0, 10) });
}

const isUntouched = ({ outcome }: JudgedRow): boolean =>
  outcome === 'untouched' || outcome === 'same' || outcome === 'file';

function identified({ sheets, seal, jurisdictionId }: TakeWorkbook): Identified {
  const refused = (message: string): WorkbookRefused => ({ ok: false, message });
  const read = readIdentity(sheets);
  if (!read.found && read.otherFormat)
    return refused('这份台账由其他版本的系统生成，请重新下载，把填好的内容粘贴过去后再上传。');
  if (!read.found)
    return refused(
      '这不是从本系统下载的台账，或者随附的标识表已被删除（复制到新文件也会丢失）。请下载台账，把填好的内容粘贴过去后再上传。',
    );
  const { identity, signature } = read;
  if (identity.installation !== seal.installation || identity.jurisdictionId !== jurisdictionId)
    return refused('这份台账是从另一套系统或其他区划下载的，不能在这里上传。请到原系统上传。');
  if (!isDeepStrictEqual(signature, seal.sign(signedText(identity))))
    return refused('台账随附的标识已被改动，无法核对。请重新下载，把填好的内容粘贴过去后再上传。');
  return { ok: true, identity };
}

async function judged(
  tx: Transaction,
  { actor, sheets, unitId }: TakeWorkbook,
  identity: LedgerIdentity,
  now: Instant,
): Promise<{ value: TakenWorkbook; toHead: ToHead }> {
  const obligationIds = identity.rows.map((row) => row.obligationId);
  const seen = (await owedItems(tx, actor, { obligationIds })).filter(
    ({ unit }) => unitId === undefined || unit.id === unitId,
  );
  const items = new Map(seen.map((item) => [item.obligationId, item]));
  const { rows: typed, strays, missing } = readFillIn(sheets, identity);
  const withHead = await waitingObligations(tx, obligationIds);
  const rows = judgeRows(typed, items, identity, now).map((row) => notWhileWithHead(row, withHead));
  const waiting = await waitingIn(tx, [...new Set(seen.map(({ sittingId }) => sittingId))]);
  const filedNow = new Set(
    rows.flatMap(({ outcome, item }) => (outcome === 'file' && item ? [item.obligationId] : [])),
  );
  const sittings = new Map<string, LedgerSitting>();
  const toHead = await goingToHead(tx, actor, seen, now);
  for (const { sittingId, unit, period, dueAt } of seen)
    sittings.set(sittingId, {
      id: sittingId,
      unit: unit.name,
      periodLabel: period.label,
      dueAt,
      stillOwed: (waiting.get(sittingId) ?? []).filter((id) => !filedNow.has(id) && !withHead.has(id)).length,
      signOff: toHead.has(sittingId),
    });
  return { value: { identity, rows, strays, missing, sittings: [...sittings.values()] }, toHead };
}

/** Why the workbook has nothing to do here; null where it has. */
function notHere({ sittingId }: TakeWorkbook, { rows, identity, sittings }: TakenWorkbook): string | null {
  if (sittings.length === 0 || (rows.length > 0 && rows.every(({ item }) => item === null || !item.mayFile)))
    return `这份台账（${identity.periodLabel}，${[...new Set(identity.rows.map(({ unit }) => unit))].slice(0, 3).join('、')}）不是您单位的，没有读取。请选择本单位的台账。`;
  if (sittingId !== undefined && !sittings.some(({ id }) => id === sittingId))
    return `这份台账是${[...new Set(sittings.map(({ periodLabel }) => periodLabel))].join('、')}的，与当前的填报批次不符。请选择本期的台账，或到相应批次上传。`;
  return null;
}

async function waitingIn(tx: Transaction, sittingIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ sittingId: string; ids: string[] }>(
    `select sitting_id as "sittingId", array_agg(id) as ids from obligation
     where jurisdiction_id = $1 and sitting_id = any ($2::uuid[]) and state in ('open', 'returned') group by sitting_id`,
    [tx.scope.jurisdictionId, sittingIds],
  );
  return new Map(rows.map(({ sittingId, ids }) => [sittingId, ids]));
}

/** The lines first, in the order of their ids, as every transaction that touches sittings does. */
async function lockLines(tx: Transaction, { rows }: LedgerIdentity): Promise<void> {
  const lines = await tx.query<{ id: string }>(
    `select distinct s.reporting_line_id as id from obligation o join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
     where o.jurisdiction_id = $1 and o.id = any ($2::uuid[]) order by 1`,
    [tx.scope.jurisdictionId, rows.map(({ obligationId }) => obligationId)],
  );
  await lockSubjects(
    tx,
    'reportingLine',
    lines.map(({ id }) => id),
  );
}

async function filed(
  tx: Transaction,
  filing: Filing,
  { rows }: TakenWorkbook,
  toHead: ToHead,
): Promise<{ entries: ReportEntry[]; envelopes: Envelope[] }> {
  const entries: ReportEntry[] = [];
  const envelopes: Envelope[] = [];
  for (const [sittingId, good] of goodRows(rows)) {
    if (toHead.has(sittingId)) continue;
    const sitting = await sittingById(tx, sittingId);
    if (sitting === null) continue;
    const waiting = (await owedReports(tx, sittingId)).filter(({ state }) => FILEABLE.has(state));
    const these = reportEntries(filing, sitting, pairsOf(good, waiting));
    entries.push(...these);
    // A line may hear of several packages, and of several reports of one: each under a key of its own.
    envelopes.push(
      ...reportEnvelopes(filing, these),
      ...lineHears(filing, sitting, these, waiting.length, `/${sittingId}`),
    );
  }
  return { entries, envelopes };
}

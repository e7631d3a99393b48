import { identifierOf, refuse, signOffRole, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertParked,
  owedReports,
  parkedOfSitting,
  readNoChangeLimit,
  replaceParked,
  systemClock,
  type ParkedRead,
  type SittingRead,
  type Transaction,
  type UnitHead,
} from '#persistence';
import { signOffWaitingMessage } from '#reporting';
import type { EngineContext } from '../engine-context.js';
import { onSitting } from '../on-sitting.js';
import { checkPackage, contentOf, type PackagePart } from '../report-package.js';
import type { RuleBook } from '../rule-book.js';
import { presentOrigin, recordFiling } from '../trail/index.js';
import type { SendForSignOffCommand, SentForSignOff } from './command.js';
import { factsOf, namesOf, tellOfSitting } from './tell.js';
import { wayOut } from './way-out.js';

/**
 * A unit's package goes to its head: what was typed is kept beside the record, and nothing is filed. What waits there already may be
 * left out. Refused as a filing would be, so that nothing is signed that could not be filed; besides: SignOffNotWanted.
 */
export function sendForSignOff(
  context: EngineContext,
  command: SendForSignOffCommand,
): Promise<Outcome<SentForSignOff>> {
  return onSitting(context, command, async (tx, sitting, now): Promise<Outcome<SentForSignOff>> => {
    const { actor, idempotencyKey } = command;
    const by = actor.personId;
    if (by === null || signOffRole(actor, 'send', { ...command, unitId: sitting.unitId }) === null)
      return refuse('NotPermitted', '填报由本单位的联络员或负责人送审。');
    const way = await wayOut(tx, sitting, actor, now);
    const parked = await parkedOfSitting(tx, sitting.id);
    const repeated = parked.filter((one) => one.idempotencyKey === idempotencyKey);
    if (repeated[0] !== undefined)
      return sent(sitting, repeated[0].sentAt, waitingIn(parked).size, way.signOff ? way.heads : []);
    if (!way.signOff) return refuse('SignOffNotWanted', WHY_NOT[way.because]);
    const owed = await owedReports(tx, sitting.id);
    const checked = checkPackage(sitting, owed, command.reports, waitingIn(parked));
    if (!checked.ok) return checked;
    const tooOften = await saidTooOften(tx, sitting, checked.value);
    if (tooOften) return tooOften;
    const reports = checked.value;
    await park(tx, sitting, reports, { by, at: now, idempotencyKey, fromWorkbook: false });
    await tellHeads(tx, context.book, { sitting, parked, reports, heads: way.heads, by }, now);
    const count = new Set([...waitingIn(parked), ...reports.map(({ on }) => on.obligationId)]).size;
    return sent(sitting, now, count, way.heads);
  });
}

const WHY_NOT = {
  notWanted: '本单位没有开启负责人审签，请直接提交。',
  head: '您是本单位负责人，直接提交即可，不必送审。',
  vacant: '本单位负责人空缺，无人审签，请直接提交。',
};

export const waitingIn = (parked: readonly ParkedRead[]): ReadonlySet<string> =>
  new Set(parked.filter(({ state }) => state === 'waiting').map(({ obligationId }) => obligationId));

/** Keeps reports for the head, instead of what was under way of the same, and puts it on the trail. */
export async function park(
  tx: Transaction,
  sitting: SittingRead,
  reports: readonly PackagePart[],
  {
    by,
    at,
    idempotencyKey,
    fromWorkbook,
  }: { by: string; at: Instant; idempotencyKey: string; fromWorkbook: boolean },
): Promise<void> {
  const obligationIds = reports.map(({ on }) => on.obligationId);
  await replaceParked(tx, obligationIds, by, at);
  await insertParked(
    tx,
    reports.map((part) => ({
      ...contentOf(part),
      id: identifierOf(part.on.obligationId, 'parked', idempotencyKey),
      sittingId: sitting.id,
      unitId: sitting.unitId,
      fromWorkbook,
      sentBy: by,
      sentAt: at,
      idempotencyKey,
    })),
  );
  await recordFiling(tx, presentOrigin(), {
    action: 'sentForSignOff',
    at: systemClock.now(),
    target: { kind: 'sitting', id: sitting.id },
    details: { obligationIds, ...(fromWorkbook ? { from: 'workbook' } : {}) },
  });
}

/** The heads are told when a sitting begins to wait, and not once more while it does. */
export async function tellHeads(
  tx: Transaction,
  book: RuleBook,
  {
    sitting,
    parked,
    reports,
    heads,
    by,
  }: {
    sitting: SittingRead;
    /** What had been sent before. */
    parked: readonly ParkedRead[];
    reports: readonly PackagePart[];
    heads: readonly UnitHead[];
    by: string;
  },
  now: Instant,
): Promise<void> {
  if (waitingIn(parked).size > 0) return;
  const facts = await factsOf(
    tx,
    sitting,
    reports.map(({ on }) => on.taskId),
  );
  const names = await namesOf(tx, [by]);
  const text = signOffWaitingMessage({ ...facts, by: names.get(by) ?? '', at: now });
  const to = heads.filter(({ personId }) => personId !== by);
  await tellOfSitting(tx, book, { kind: 'signOffWaiting', sitting, occasion: now, to }, text, now);
}

/** "No change" once more than the line's rules allow would be refused when it is signed: it is refused now. */
async function saidTooOften(
  tx: Transaction,
  { reportingLineId }: SittingRead,
  reports: readonly PackagePart[],
) {
  const said = reports.filter(({ report }) => report.noChange);
  if (said.length === 0) return null;
  const atMost = await readNoChangeLimit(tx, reportingLineId);
  const tooOften = said.filter(({ on }) => on.noChangeRun + 1 > atMost);
  if (tooOften.length === 0) return null;
  return refuse(
    'NoChangeTooOften',
    `有${tooOften.length}项任务连续填报“无变化”已达上限，这一次须写明进展。`,
    { obligationIds: tooOften.map(({ on }) => on.obligationId), field: 'noChange' },
  );
}

const sent = (
  sitting: SittingRead,
  sentAt: Instant,
  waiting: number,
  heads: UnitHead[],
): Outcome<SentForSignOff> => ({ ok: true, value: { sittingId: sitting.id, sentAt, waiting, heads } });

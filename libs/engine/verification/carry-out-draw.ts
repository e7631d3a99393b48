import { identifierOf, offsetFrom, refuse, type Outcome } from '#accountability';
import { project, type Instant } from '#calendar';
import {
  insertVerifications,
  lockSubjects,
  markDrawn,
  policyOf,
  type DrawRow,
  type SubjectRow,
  type Transaction,
  type VerificationWrite,
} from '#persistence';
import { draw, recordHash, seedOf, type DrawEntry, type DrawRecord } from '#truth';
import { applyEvents } from '../apply-events.js';
import type { EngineContext } from '../engine-context.js';
import type { Envelope } from '../envelope.js';
import type { DrawCommand, DrawnVerifications } from './draw-commands.js';
import { onDraw } from './draw-steps.js';
import type { PlanNamed } from './supervising.js';

/**
 * Draws: the seed is made of what was committed to, frozen and typed in; what is drawn becomes verifications, in one
 * transaction with the record. Refused: DrawNotOpen, RandomnessMissing.
 */
export const carryOutDraw = (
  context: EngineContext,
  command: DrawCommand,
): Promise<Outcome<DrawnVerifications>> =>
  onDraw(context, command, ['frozen'], async (tx, frozen, plan) => {
    const rules = frozen.rules as DrawRecord['rules'];
    if (rules.publicRandomness === 'required' && frozen.randomness === null)
      return refuse('RandomnessMissing', '按规则须先由第二人录入公开随机数，再抽签。');
    const now = context.clock.now();
    const record = await recordOf(tx, frozen, plan, now, command.actor.personId);
    await markDrawn(tx, frozen.id, { record, hash: record.hash, at: now, by: command.actor.personId });
    const ordered = await order(context, tx, command, record, plan, now);
    if (!ordered.ok) return ordered;
    return {
      ok: true,
      value: { drawId: frozen.id, version: frozen.version + 1, state: 'drawn', ...ordered.value },
    };
  });

async function recordOf(
  tx: Transaction,
  frozen: DrawRow,
  plan: PlanNamed,
  at: Instant,
  by: string | null,
): Promise<DrawRecord> {
  const entries = frozen.population as DrawEntry[];
  const rules = frozen.rules as DrawRecord['rules'];
  const policy = (await policyOf(tx, frozen.policyVersion)) as { id: string };
  const seed = seedOf({
    drawId: frozen.id,
    secret: frozen.secret,
    populationHash: frozen.populationHash ?? '',
    randomness: frozen.randomness ?? '',
  });
  const record = {
    schema: 'luoshi.draw/1' as const,
    id: frozen.id,
    plan: { code: plan.code, title: plan.title },
    policy: { id: policy.id, version: frozen.policyVersion },
    rules,
    count: frozen.count,
    commitment: { hash: frozen.commitment, at: frozen.committedAt, by: frozen.committedBy },
    population: {
      hash: frozen.populationHash ?? '',
      frozenAt: frozen.frozenAt ?? '',
      by: frozen.frozenBy,
      entries,
    },
    randomness:
      frozen.randomness === null
        ? null
        : {
            text: frozen.randomness,
            source: frozen.randomnessSource ?? '',
            at: frozen.randomnessAt ?? '',
            by: frozen.randomnessBy,
          },
    seed: { secret: frozen.secret, seed, at, by },
    drawn: draw(seed, entries, rules, frozen.count),
    hash: '',
  };
  return { ...record, hash: recordHash(record) };
}

type Ordered = Pick<DrawnVerifications, 'verificationIds' | 'passedOver'>;

/** Each that was drawn becomes a verification, unless its task is over by now, or is being verified already. */
async function order(
  context: EngineContext,
  tx: Transaction,
  command: DrawCommand,
  record: DrawRecord,
  plan: PlanNamed,
  now: Instant,
): Promise<Outcome<Ordered>> {
  const byKey = new Map(record.population.entries.map((entry) => [entry.key, entry]));
  const drawn = record.drawn.flatMap(({ key }) => byKey.get(key) ?? []);
  const tasks = new Map(
    (await lockSubjects(tx, 'task', [...new Set(drawn.map(({ taskId }) => taskId))].sort())).map((row) => [
      row.id,
      row,
    ]),
  );
  const open = new Set(
    (
      await tx.query<{ key: string }>(
        `select task_id || '/' || unit_id as key from verification where state = 'open' and task_id = any($1::uuid[])`,
        [[...tasks.keys()]],
      )
    ).map(({ key }) => key),
  );
  const wanted = drawn
    .filter(({ taskId, unitId }) => !open.has(`${taskId}/${unitId}`))
    .map((entry) => ({ entry, id: identifierOf(record.id, 'verification', entry.key) }));
  const outcome = await applyEvents(
    { tx, now, book: context.book, fault: context.fault },
    wanted.map(({ entry, id }): Envelope => ({
      to: { kind: 'task', id: entry.taskId },
      event: {
        type: 'VERIFICATION_ORDERED',
        at: now,
        verificationId: id,
        unitId: entry.unitId,
        reportId: entry.reportId,
        period: entry.period,
        drawId: record.id,
        recordHash: record.hash,
        reason: DRAWN,
      },
      actor: command.actor,
      idempotencyKey: `${record.id}/${entry.key}`,
      // Who may draw was asked before; what is refused here is refused because the task has moved on.
      droppable: true,
    })),
  );
  if (!outcome.ok) return outcome;
  const taken = new Set(outcome.applied.map(({ event }) => event.payload['verificationId']));
  const ordered = wanted.filter(({ id }) => taken.has(id));
  const obligations = await obligationsOf(
    tx,
    ordered.map(({ entry }) => entry.reportId),
  );
  const rows: VerificationWrite[] = [];
  for (const { entry, id } of ordered)
    rows.push({
      id,
      planId: plan.id,
      taskId: entry.taskId,
      unitId: entry.unitId,
      drawId: record.id,
      reportId: entry.reportId,
      obligationId: obligations.get(entry.reportId) ?? null,
      period: entry.period,
      reported: entry.progress,
      reason: DRAWN,
      orderedAt: now,
      orderedBy: command.actor.personId,
      dueAt: await dueOf(context, tx, tasks.get(entry.taskId), now),
    });
  await insertVerifications(tx, rows);
  const keys = new Set(ordered.map(({ entry }) => entry.key));
  return {
    ok: true,
    value: {
      verificationIds: rows.map(({ id }) => id),
      passedOver: record.drawn.map(({ key }) => key).filter((key) => !keys.has(key)),
    },
  };
}

const DRAWN = '随机抽查';

/** Until when the office has time, by the rules that govern the task. */
export async function dueOf(
  context: EngineContext,
  tx: Transaction,
  task: SubjectRow | undefined,
  at: Instant,
): Promise<Instant> {
  if (!task) throw new Error('a verification is of a task');
  const { policy, calendar } = await context.book.rules(tx, task.policyVersion);
  const due = project(offsetFrom(at, policy.verification.within), [], calendar).at;
  if (due === null) throw new Error('a budget without suspensions always has an instant');
  return due;
}

async function obligationsOf(tx: Transaction, reportIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; obligation_id: string }>(
    'select id, obligation_id from progress_report where id = any($1::uuid[])',
    [reportIds],
  );
  return new Map(rows.map(({ id, obligation_id }) => [id, obligation_id]));
}

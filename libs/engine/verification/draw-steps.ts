import { randomBytes } from 'node:crypto';
import { identifierOf, refuse, type DrawRules, type Outcome } from '#accountability';
import {
  abandonDraw as writeAbandoned,
  addDrawRandomness,
  freezeDraw as writeFrozen,
  insertDraw,
  latestPolicyVersion,
  listDraws,
  lockDraw,
  readDraw,
  type DrawRow,
  type Transaction,
} from '#persistence';
import { commitmentOf, drawnByLot, populationHash } from '#truth';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type {
  AbandonDrawCommand,
  AddRandomnessCommand,
  CommitDrawCommand,
  DrawCommand,
  DrawStands,
} from './draw-commands.js';
import { publish } from './publish.js';
import { drawPopulation } from './draw-population.js';
import {
  maySupervise,
  mayWitness,
  NOT_SUPERVISOR,
  PLAN_UNKNOWN,
  planNamed,
  type PlanNamed,
} from './supervising.js';

const SECRET = /^[0-9a-f]{64}$/u;

/** Opens a draw: a secret is made and its hash published. Refused: DrawAlreadyOpen. */
export function commitDraw(context: EngineContext, command: CommitDrawCommand): Promise<Outcome<DrawStands>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<DrawStands>> => {
    const plan = await planNamed(tx, command.planId);
    if (!plan) return PLAN_UNKNOWN;
    if (!maySupervise(command.actor, command.jurisdictionId, plan.code)) return NOT_SUPERVISOR;
    const id = identifierOf(plan.id, 'draw', command.idempotencyKey);
    const before = await listDraws(tx, plan.id);
    const same = before.find((draw) => draw.id === id);
    if (same) return { ok: true, value: standsOf(same) };
    if (before.some(({ state }) => state === 'committed' || state === 'frozen'))
      return refuse('DrawAlreadyOpen', '本方案已有一次抽查在进行；请先完成，或说明理由作废后再开新的一次。');
    const policyVersion = await latestPolicyVersion(tx);
    const rules = await context.book.rules(tx, policyVersion);
    const { verification } = rules.policy;
    const secret = command.secret ?? randomBytes(32).toString('hex');
    if (!SECRET.test(secret)) throw new Error('the secret of a draw is 64 hexadecimal digits');
    const count = command.count ?? verification.draw.count;
    const commitment = commitmentOf(id, secret);
    const at = context.clock.now();
    await insertDraw(tx, {
      id,
      planId: plan.id,
      policyVersion,
      rules: rulesOf(verification.draw),
      count,
      commitment,
      secret,
      committedAt: at,
      committedBy: command.actor.personId,
    });
    await publish(tx, rules, { drawId: id, plan, step: 'committed', hash: commitment, population: 0, at });
    return { ok: true, value: { drawId: id, version: 1, state: 'committed' } };
  });
}

/** The rules that the record of a draw holds: what its lots and places follow from. */
const rulesOf = (draw: DrawRules): Omit<DrawRules, 'count'> => {
  const { count: _, ...rules } = draw;
  return rules;
};

/** Fixes who is in it, with which report and how many lots. Refused: DrawNotOpen, PopulationTooSmall. */
export const freezeDraw = (context: EngineContext, command: DrawCommand): Promise<Outcome<DrawStands>> =>
  onDraw(context, command, ['committed'], async (tx, draw, plan) => {
    const rules = await context.book.rules(tx, draw.policyVersion);
    const { verification } = rules.policy;
    const at = context.clock.now();
    const population = await drawPopulation(tx, draw.planId, verification, at);
    const places = drawnByLot({
      count: draw.count,
      population: population.length,
      shareAtMost: verification.draw.shareAtMost,
    });
    if (places === 0)
      return refuse(
        'PopulationTooSmall',
        `可抽的填报只有${population.length}项，抽查至少要能抽出一项而又不是必中；请待有更多填报后再抽，或直接点名核实。`,
        { population: population.length },
      );
    const hash = populationHash(population);
    await writeFrozen(tx, draw.id, { population, hash, at, by: command.actor.personId });
    await publish(tx, rules, {
      drawId: draw.id,
      plan,
      step: 'frozen',
      hash,
      population: population.length,
      at,
    });
    return { ok: true, value: { drawId: draw.id, version: draw.version + 1, state: 'frozen' } };
  });

/** A second person types in what nobody could know when the population was frozen. Refused: SamePerson. */
export function addRandomness(
  context: EngineContext,
  command: AddRandomnessCommand,
): Promise<Outcome<DrawStands>> {
  const [text, source] = [command.text.trim(), command.source.trim()];
  return onDraw(
    context,
    command,
    ['frozen'],
    async (tx, draw) => {
      if (draw.randomness !== null) return refuse('DrawNotOpen', '公开随机数已经录入，不能改动。');
      if ([draw.committedBy, draw.frozenBy].includes(command.actor.personId))
        return refuse('SamePerson', '公开随机数须由经办抽查以外的第二人录入。');
      if (text === '' || source === '')
        return refuse('InputInvalid', '请写明公开随机数及其出处（人人可查，如某期彩票开奖号码）。');
      await addDrawRandomness(tx, draw.id, {
        text,
        source,
        at: context.clock.now(),
        by: command.actor.personId,
      });
      return { ok: true, value: { drawId: draw.id, version: draw.version + 1, state: draw.state } };
    },
    mayWitness,
  );
}

/** Gives up a draw before it is drawn; it stays in the record, with the reason. */
export const abandonDraw = (
  context: EngineContext,
  command: AbandonDrawCommand,
): Promise<Outcome<DrawStands>> =>
  onDraw(context, command, ['committed', 'frozen'], async (tx, draw) => {
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明作废理由后再提交。', { field: 'reason' });
    await writeAbandoned(tx, draw.id, { reason, at: context.clock.now(), by: command.actor.personId });
    return { ok: true, value: { drawId: draw.id, version: draw.version + 1, state: 'abandoned' } };
  });

/** One step of an open draw, by who may take it, on the version that was seen. */
export function onDraw<T>(
  context: EngineContext,
  command: DrawCommand,
  states: readonly DrawRow['state'][],
  take: (tx: Transaction, draw: DrawRow, plan: PlanNamed) => Promise<Outcome<T>>,
  may: typeof maySupervise = maySupervise,
): Promise<Outcome<T>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<T>> => {
    const draw = await lockDraw(tx, command.drawId);
    const plan = draw && (await planNamed(tx, draw.planId));
    if (!draw || !plan) return refuse('SubjectNotFound', '找不到这次抽查。');
    if (!may(command.actor, command.jurisdictionId, plan.code)) return NOT_SUPERVISOR;
    if (command.expectedVersion !== undefined && command.expectedVersion !== draw.version)
      return refuse('VersionConflict', '这次抽查刚刚有新的进展；请刷新后重新办理。', {
        current: draw.version,
      });
    if (!states.includes(draw.state))
      return refuse('DrawNotOpen', WHY_NOT[draw.state], { state: draw.state });
    return take(tx, draw, plan);
  });
}

const WHY_NOT: Record<DrawRow['state'], string> = {
  committed: '名单尚未冻结；请先冻结名单。',
  frozen: '名单已经冻结，不能再冻结一次。',
  drawn: '这次抽查已经抽签，结果不能改动，也不能再抽。',
  abandoned: '这次抽查已经作废。',
};

export const standsOf = ({ id, version, state }: DrawRow): DrawStands => ({ drawId: id, version, state });

/** The export of a draw; null: there is no such draw, or it has not been drawn. */
export async function drawRecordOf(tx: Transaction, drawId: string): Promise<unknown> {
  return (await readDraw(tx, drawId))?.record ?? null;
}

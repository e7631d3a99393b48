import { planIdOf, type Finding } from '#accountability';
import { civilDateOf, instantOf, type Instant } from '#calendar';
import { addRandomness, carryOutDraw, commitDraw, freezeDraw, recordFinding } from '#engine';
import { mustWork, type Stage } from '../stage.js';

interface OpenVerification {
  id: string;
  task_id: string;
  code: string;
  unit_id: string;
  period: string | null;
  reported: number | null;
  ordered_at: Instant;
}

/** The supervision office draws by lot: committed and frozen in the morning, a number from outside at noon, drawn after it. */
export function drawing(stage: Stage): void {
  const plan = stage.scenario.verification;
  if (!plan) return;
  for (const day of plan.drawsOn)
    stage.agenda.plan({ at: instantOf(day, '09:30'), key: `draw:${day}`, run: () => draw(stage, day) });
}

async function draw(stage: Stage, day: string): Promise<void> {
  const { scenario, jurisdictionId, engine } = stage;
  const supervisor = await stage.actor('supervisor', scenario.plan);
  const witness = await stage.actor('headquartersOffice', scenario.plan);
  if (!supervisor || !witness || !scenario.verification) return;
  const command = (step: string) => ({
    jurisdictionId,
    actor: supervisor,
    idempotencyKey: `scenario:${step}:${day}`,
  });
  // A secret that follows from the seed, so that a year is lived alike again.
  const secret = Array.from({ length: 64 }, (_, at) =>
    Math.floor(stage.chance('secret', day, String(at)) * 16).toString(16),
  ).join('');
  const planId = planIdOf(jurisdictionId, scenario.plan);
  const { count } = scenario.verification;
  const { drawId } = mustWork(
    await commitDraw(engine.context, { ...command('commit'), planId, count, secret }),
    `draw of ${day}`,
  );
  const plan = (at: string, step: string, run: () => Promise<unknown>): void =>
    stage.agenda.plan({
      at: instantOf(day, at),
      key: `${step}:${day}`,
      run: async () => {
        await run();
      },
    });
  plan('10:00', 'freeze', async () =>
    mustWork(await freezeDraw(engine.context, { ...command('freeze'), drawId }), `freeze of ${day}`),
  );
  plan('12:00', 'randomness', async () =>
    mustWork(
      await addRandomness(engine.context, {
        ...command('randomness'),
        actor: witness,
        drawId,
        text: String(Math.floor(stage.chance('randomness', day) * 1e9)),
        source: '公开开奖号码',
      }),
      `randomness of ${day}`,
    ),
  );
  plan('14:30', 'lots', async () =>
    mustWork(await carryOutDraw(engine.context, { ...command('lots'), drawId }), `lots of ${day}`),
  );
}

/** What was drawn is looked at on the spot; what was not found true is corrected by most. */
export async function verifying(stage: Stage): Promise<void> {
  const plan = stage.scenario.verification;
  if (!plan) return;
  const open = await stage.read<OpenVerification>(
    `select v.id, v.task_id, t.code, v.unit_id, v.period, v.reported::float8 as reported, v.ordered_at
     from verification v join task t on t.jurisdiction_id = v.jurisdiction_id and t.id = v.task_id where v.state = 'open' order by t.code, v.id`,
  );
  for (const one of open)
    stage.agenda.plan({
      at: stage.morning(civilDateOf(one.ordered_at), plan.foundAfterDays, one.code, 'found'),
      key: `found:${one.code}:${one.unit_id}:${one.ordered_at}`,
      run: () => find(stage, one),
    });
}

async function find(stage: Stage, one: OpenVerification): Promise<void> {
  const plan = stage.scenario.verification;
  const actor = await stage.actor('supervisor', stage.scenario.plan);
  if (!plan || !actor) return;
  const drawn = stage.chance('finding', one.code, one.period ?? '') * 100;
  const finding: Finding =
    drawn < plan.untruePercent
      ? 'untrue'
      : drawn < plan.untruePercent + plan.partlyTruePercent
        ? 'partlyTrue'
        : 'true';
  const reported = one.reported ?? 0;
  const found = finding === 'true' ? reported : Math.max(0, reported - (finding === 'untrue' ? 30 : 10));
  const outcome = await recordFinding(stage.engine.context, {
    jurisdictionId: stage.jurisdictionId,
    verificationId: one.id,
    finding,
    found,
    words: `现场核实，实际完成${found}%。`,
    evidence: finding === 'true' ? [] : [{ label: '核查笔录', ref: `笔录${one.code}` }],
    actor,
    idempotencyKey: `scenario:found:${one.id}`,
  });
  // Who has a part in the task does not judge it: nobody else is there to, and it stays open.
  if (!outcome.ok && outcome.rejection.code === 'NotIndependent') return;
  mustWork(outcome, `finding on ${one.code}`);
  if (finding === 'true') return;
  if (stage.chance('corrects', one.code, one.period ?? '') * 100 >= plan.correctedPercent) return;
  stage.agenda.plan({
    at: stage.morning(civilDateOf(stage.now), 1, one.code, 'corrected'),
    key: `correct:${one.id}`,
    run: () => correct(stage, one, found),
  });
}

async function correct(stage: Stage, one: OpenVerification, progress: number): Promise<void> {
  const actor = await stage.ofUnit(one.unit_id);
  if (!actor) return;
  const outcome = await stage.engine.act({
    jurisdictionId: stage.jurisdictionId,
    subject: { kind: 'task', id: one.task_id },
    action: 'correctFigure',
    input: { progress, statement: '按核实情况更正。' },
    actor,
    idempotencyKey: `scenario:correct:${one.id}`,
  });
  // Not asked any more: the task is over, or is led by another unit.
  if (!outcome.ok && ['NotPermitted', 'EventNotAllowed'].includes(outcome.rejection.code)) return;
  mustWork(outcome, `correction of ${one.code}`);
}

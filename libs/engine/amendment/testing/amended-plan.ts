import { identifierOf, personIdOf, planIdOf, taskIdOf, type Actor } from '#accountability';
import type { FaultPoint } from '#engine';
import { draftTasksOf, insertRoleAssignments, type Transaction } from '#persistence';
import { extractPlan, sourceHash, toPlanSeed } from '#plan';
import { Story, SMALL_DISTRICT, type TestDatabase } from '#testing';
import type { EngineContext } from '../../engine-context.js';
import { attachPlanSource } from '../../load/attach-source.js';
import { importPlan } from '../../load/import-plan.js';
import { actOnPlanReview } from '../../review/act-on-plan-review.js';
import { uploadPlan } from '../../review/upload-plan.js';
import { directoryOf } from '../../units/directory-of.js';

export const PLAN_CODE = 'deeds-2024';
export const PLAN_ID = planIdOf(SMALL_DISTRICT, PLAN_CODE);
export const taskId = (code: string): string => taskIdOf(SMALL_DISTRICT, PLAN_CODE, code);

const HEAD =
  '示例区人民政府办公室关于印发《2024年为民办实事实施方案》的通知\n示政办发〔2024〕NUMBER号\n一、重点任务\n';
export const textOf = (number: number, tasks: readonly string[]): string =>
  HEAD.replace('NUMBER', String(number)) + tasks.map((task, i) => `${i + 1}.${task}`).join('\n');

const BOTH = '(区教育局牵头,区民政局配合)';
/** What the plan says at first, by what becomes of it. */
export const FIRST = {
  kept: `改善办学条件。年底前新建改扩建校舍，配齐教学设备。${BOTH}`,
  lead: `扩大托育服务。年底前建成社区托育点，规范收费标准。${BOTH}`,
  date: `建设口袋公园。9月底前完成选址施工，向居民开放。${BOTH}`,
  target: `增加公办学位。年底前新增公办学位300个，优先保障随迁子女。${BOTH}`,
  gone: `组织暑期夏令营。8月底前办好夏令营，丰富假期生活。${BOTH}`,
  spared: `清理校园周边商铺。年底前取缔流动摊点，恢复道路秩序。${BOTH}`,
  refused: `推广课后延时看护。年底前实现全覆盖，落实教师补助。${BOTH}`,
} as const;
/** The revised text: kept moves to the end; two tasks are new, one of them without a lead. */
export const REVISED = {
  lead: FIRST.lead.replace(BOTH, '(区民政局牵头,区教育局配合)'),
  date: FIRST.date.replace('9月底前', '11月底前'),
  target: FIRST.target.replace('300个', '450个'),
  refused: FIRST.refused.replace('落实教师补助', '由家长自愿付费'),
  added: '关爱困境儿童。年底前建立档案，逐户走访慰问。(区民政局牵头,区教育局配合)',
  leaderless: '整治电动车停放。年底前增设充电桩，消除消防隐患。(区教育局、区民政局按职责分工负责)',
  kept: FIRST.kept,
} as const;

const actorOf = (
  username: string,
  scopeKind: 'plan' | 'unit' | 'action',
  scopeId: string,
  role: string,
): Actor => ({
  personId: personIdOf(SMALL_DISTRICT, username),
  unitId: null,
  roles: [{ role: role as 'liaison', scopeKind, scopeId }],
});
export const hq = actorOf('hq', 'plan', PLAN_CODE, 'headquartersOffice');

/** A running plan of the small district with its text, mid-April 2024: everything dispatched, signed by the education bureau that leads. */
export async function beginAmendedPlan(
  db: TestDatabase,
  text = textOf(3, Object.values(FIRST)),
): Promise<Story> {
  const story = await Story.begin(db.database, '2024-04-12 09:00', 1);
  const { context } = story.engine;
  const bytes = Buffer.from(text);
  const extraction = extractPlan(text);
  await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
    const seed = toPlanSeed(extraction, {
      id: PLAN_CODE,
      jurisdiction: { code: SMALL_DISTRICT, name: '示例区' },
      sourceHash: sourceHash(bytes),
      sourceLength: [...text].length,
      labels: {},
    });
    const plan = { ...seed, document: { ...seed.document, issuedOn: '2024-04-10' } };
    const [row] = await tx.query<{ version: number }>('select max(version) as version from policy_version');
    const imported = await importPlan(
      tx,
      context.book,
      plan,
      await directoryOf(tx),
      row?.version ?? 0,
      context.clock.now(),
    );
    if (!imported.ok) throw new Error(imported.rejection.message);
    await giveRoles(tx);
  });
  const attached = await attachPlanSource(context, { jurisdictionId: SMALL_DISTRICT, bytes });
  if (!attached.ok) throw new Error(attached.rejection.message);
  const ids = extraction.tasks.map((task) => taskId(task.id));
  await act(story, hq, ids, 'confirm');
  await act(story, hq, ids, 'dispatch');
  await story.until('2024-04-15 10:00');
  for (const id of ids) await act(story, liaisonOf('liaison', 'education'), [id], 'sign');
  return story;
}

export const liaisonOf = (username: string, unit: string): Actor =>
  actorOf(username, 'unit', unitId(unit), 'liaison');

export const unitId = (code: string): string => identifierOf(SMALL_DISTRICT, 'unit', code);

/** The posts of the small district are of its own plan: here they get the same ones for this plan. */
async function giveRoles(tx: Transaction): Promise<void> {
  const posts = [
    ['hq', 'headquartersOffice', 'plan', PLAN_CODE],
    ['supervisor', 'supervisor', 'plan', PLAN_CODE],
    ['taskforce', 'taskForceOffice', 'action', `${PLAN_CODE}/A1`],
  ] as const;
  await insertRoleAssignments(
    tx,
    posts.map(([username, role, scopeKind, scopeId]) => ({
      id: identifierOf(username, 'role', PLAN_CODE),
      personId: personIdOf(SMALL_DISTRICT, username),
      role,
      scopeKind,
      scopeId,
      validFrom: null,
      validTo: null,
    })),
  );
}

export async function act(
  story: Story,
  actor: Actor,
  ids: readonly string[],
  action: string,
  input: Record<string, unknown> = {},
): Promise<void> {
  const outcome = await story.engine.actOnMany({
    jurisdictionId: SMALL_DISTRICT,
    subjects: ids.map((id) => ({ kind: 'task' as const, id })),
    action,
    input,
    actor,
    idempotencyKey: `${action}/${story.clock.now()}/${ids.join()}`,
  });
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
}

/** Uploads a revised text and confirms all that was read. */
export async function uploadRevised(
  context: EngineContext,
  text: string,
  key = 'upload',
): Promise<{ reviewId: string; drafts: Map<string, string> }> {
  const uploaded = await uploadPlan(context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: hq,
    idempotencyKey: key,
    fileName: '修订稿.txt',
    bytes: Buffer.from(text),
    amends: PLAN_ID,
  });
  if (!uploaded.ok) throw new Error(uploaded.rejection.message);
  const { reviewId } = uploaded.value;
  const rows = await context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
    draftTasksOf(tx, reviewId),
  );
  const confirmed = await actOnPlanReview(context, {
    jurisdictionId: SMALL_DISTRICT,
    actor: hq,
    idempotencyKey: `${key}/confirm`,
    reviewId,
    act: { type: 'confirm', tasks: rows.map(({ id, version }) => ({ id, version })) },
  });
  if (!confirmed.ok) throw new Error(confirmed.rejection.message);
  return { reviewId, drafts: new Map(rows.map(({ code, id }) => [code, id])) };
}

/** A process that dies at a point. */
export const dyingAt =
  (wanted: FaultPoint) =>
  (point: FaultPoint): void => {
    if (point === wanted) throw new Error(`died at ${point}`);
  };

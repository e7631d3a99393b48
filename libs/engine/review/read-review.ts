import { burdenSchema, ROLE_LABELS, type CadenceRules, type EffectiveCadences } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  draftTaskPlaces,
  draftTasksOf,
  latestPolicyVersion,
  planByCode,
  planIdentities,
  planReviewRow,
  policyOf,
  readingOfReview,
  roleHolders,
  type DraftTaskRow,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import {
  BURDEN,
  burdenOf,
  goldOf,
  groupMembers,
  reviewFindings,
  runningTwin,
  suggestUnits,
  type BurdenRules,
  type Draft,
  type Duty,
  type OfficeDuty,
  type Extraction,
  type ReviewFinding,
  type UnitBurden,
  type UnitSuggestion,
} from '#plan';
import { cadenceRulesOf, effectiveOfDraft, type ReviewAction } from './draft-cadences.js';
import { bodyOf, draftOf } from './draft-rows.js';
import type { ReviewFacts } from './first-facts.js';
import { officeDuties, type OwedByOffice } from './office-duties.js';
import { reviewUnits, type NamedUnit, type ReviewUnits } from './review-units.js';

/** What a plan in review would ask of a unit. */
export interface ReviewUnitBurden extends UnitBurden {
  unitId: string;
  name: string;
}

/** A printed name that no unit answers to. */
export interface UnmatchedUnit {
  printed: string;
  draftTaskIds: string[];
  suggestions: (UnitSuggestion & { unitId: string })[];
}

/** A whole review as it stands: drafts in their order, whom their names mean, what is to be settled. */
export interface ReviewReading {
  review: PlanReviewRow;
  facts: ReviewFacts;
  drafts: DraftTaskRow[];
  units: ReviewUnits;
  findings: ReviewFinding[];
  unmatched: UnmatchedUnit[];
  burdens: ReviewUnitBurden[];
  /** How often each draft is reported on, and why, by the draft's id. */
  cadences: ReadonlyMap<string, EffectiveCadences>;
}

const SUGGESTIONS = 3;

/** Null where there is no such review. */
export async function readReview(
  tx: Transaction,
  reviewId: string,
  now: Instant,
): Promise<ReviewReading | null> {
  const review = await planReviewRow(tx, reviewId);
  return review === null ? null : readingOf(tx, review, now);
}

export async function readingOf(
  tx: Transaction,
  review: PlanReviewRow,
  now: Instant,
): Promise<ReviewReading> {
  const facts = review.facts as ReviewFacts;
  const rows = await draftTasksOf(tx, review.id);
  const units = await reviewUnits(tx, review, now);
  const drafts = rows.map(draftOf);
  const kept = drafts.filter(({ state }) => state !== 'dropped');
  const cadenceRules = await cadenceRulesOf(tx);
  const burdens = burdensOf(
    kept,
    review,
    units,
    { ...(await burdenRules(tx)), ...cadenceRules },
    await officeDuties(tx, review, kept, units, now),
  );
  const sameCode = review.amendsPlanId === null ? await planByCode(tx, facts.planCode) : null;
  const findings = reviewFindings(
    {
      read: readAs(review),
      facts,
      actions: review.actions as { code: string }[],
      drafts,
    },
    {
      unresolved: (draft, printed) => {
        const unit = units.unitOf(draft, printed);
        return unit.ok ? null : unit.message;
      },
      codeTaken: sameCode !== null && sameCode.id !== review.planId,
      running: await runningTitle(tx, review, facts),
    },
  );
  return {
    review,
    facts,
    drafts: rows,
    units,
    findings: [
      ...findings,
      ...drafts.flatMap((draft) => cadenceFindings(draft, review, cadenceRules)),
      ...burdens.flatMap(tooMuch),
      ...(await vacantPosts(tx, review, now)),
    ],
    unmatched: unmatchedOf(rows, units),
    burdens,
    cadences: cadencesOf(rows, review, cadenceRules),
  };
}

/** Of the plan that this document would put into the record a second time. A revised text is meant to be of one. */
async function runningTitle(
  tx: Transaction,
  review: PlanReviewRow,
  facts: ReviewFacts,
): Promise<string | null> {
  if (review.amendsPlanId !== null || review.state !== 'open') return null;
  return runningTwin(facts, await planIdentities(tx))?.title ?? null;
}

/** The parts of a reading that the lint looks at; the tasks are the drafts'. */
function readAs(review: PlanReviewRow): Extraction {
  return {
    schema: 'luoshi.extraction/1',
    document: { jurisdiction: '', evidence: [] } as unknown as Extraction['document'],
    headquarters: null,
    actions: review.actions as ReviewAction[],
    tasks: [],
    planCadences: review.planCadences as Extraction['planCadences'],
    headlineTargets: review.headlineTargets as Extraction['headlineTargets'],
    warnings: [],
  };
}

/** Posts that a plan needs and that nobody holds for every plan: they are to be filled when it is there. */
async function vacantPosts(tx: Transaction, review: PlanReviewRow, now: Instant): Promise<ReviewFinding[]> {
  if (review.amendsPlanId !== null || review.state !== 'open') return [];
  const held = new Set(
    (await roleHolders(tx, civilDateOf(now)))
      .filter(({ scopeKind }) => scopeKind === 'jurisdiction')
      .map(({ role }) => role),
  );
  const vacant = (['commander', 'supervisor'] as const).filter((role) => !held.has(role));
  if (vacant.length === 0) return [];
  const posts = vacant.map((role) => ROLE_LABELS[role]).join('、');
  return [
    {
      code: 'POSTS_VACANT',
      severity: 'advice',
      message: `新方案还没有${posts}：下发后请系统管理员尽快指定人员，否则升级的事项没有人接收。`,
      draft: null,
      span: null,
    },
  ];
}

const cadencesOf = (
  rows: readonly DraftTaskRow[],
  review: PlanReviewRow,
  rules: CadenceRules,
): ReadonlyMap<string, EffectiveCadences> =>
  new Map(rows.map((row) => [row.id, effectiveOfDraft(review, bodyOf(row), rules)]));

/** How often cannot be asked for, and replacements that do not hold any more. */
function cadenceFindings(draft: Draft, review: PlanReviewRow, rules: CadenceRules): ReviewFinding[] {
  if (draft.state === 'dropped') return [];
  const { cadences, idle } = effectiveOfDraft(review, draft.body, rules);
  const advice = (code: ReviewFinding['code'], message: string): ReviewFinding => ({
    code,
    severity: 'advice',
    message,
    draft: draft.code,
    span: draft.body.task.span,
  });
  const tooOften = cadences.some(({ origin, duty }) => origin === 'task' && duty === 'nobody');
  return [
    ...(tooOften
      ? [
          advice(
            'CADENCE_WITHOUT_PERIODS',
            '原文的频次（每日、每半月或每两个月）没有对应的填报期，不会另行要求填报；需要的请改为周、旬、月、季、半年或年。',
          ),
        ]
      : []),
    ...(idle.length > 0
      ? [
          advice(
            'REPLACEMENT_IDLE',
            '所注明的“代替”不起作用：被代替的频次已不存在，或不由牵头单位填报；请核对任务频次。',
          ),
        ]
      : []),
  ];
}

const tooMuch = ({ name, minutesPerMonth, overCap }: ReviewUnitBurden): ReviewFinding[] =>
  overCap
    ? [
        {
          code: 'BURDEN_OVER_CAP',
          severity: 'advice',
          message: `“${name}”每月填报约需 ${Math.round(minutesPerMonth / 60)} 小时，负担过重；请考虑合并任务或调整牵头单位。`,
          draft: null,
          span: null,
        },
      ]
    : [];

/** The jurisdiction's own figures, where its policy has any. */
async function burdenRules(tx: Transaction): Promise<BurdenRules> {
  const body = (await policyOf(tx, await latestPolicyVersion(tx))) as { burden?: unknown } | null;
  return burdenSchema.optional().parse(body?.burden) ?? BURDEN;
}

function burdensOf(
  drafts: readonly Draft[],
  review: PlanReviewRow,
  units: ReviewUnits,
  rules: BurdenRules & CadenceRules & { coarserCountsWhenFinerFiled: boolean },
  ofOffices: readonly OwedByOffice[],
): ReviewUnitBurden[] {
  const duties = new Map<string, (Duty | OfficeDuty)[]>();
  const add = (code: string, duty: Duty | OfficeDuty): unknown =>
    duties.set(code, [...(duties.get(code) ?? []), duty]);
  for (const { code, duty } of ofOffices) add(code, duty);
  for (const draft of drafts) {
    const { task } = draft.body;
    const leads = new Set(
      task.lead.flatMap((name) => answering(units.unitOf(draft, name), task.action, review, units)),
    );
    const supports = new Set(
      task.support
        .map((name) => units.unitOf(draft, name))
        .flatMap((unit) => (unit.ok && !unit.group && !leads.has(unit.code) ? [unit.code] : [])),
    );
    const { reportsEvery: rhythms } = effectiveOfDraft(review, draft.body, rules);
    for (const code of leads) add(code, { kind: 'lead', rhythms });
    for (const code of supports) add(code, { kind: 'support', rhythms: [] });
  }
  return [...duties]
    .map(([code, owed]) => ({
      unitId: units.idOfUnit.get(code) ?? '',
      name: units.directory.units.get(code)?.name ?? code,
      ...burdenOf(owed, rules, rules.coarserCountsWhenFinerFiled),
    }))
    .sort((a, b) => b.leads - a.leads || b.supports - a.supports || (a.name < b.name ? -1 : 1));
}

/** A group that leads is spelled out where its members are known. */
function answering(unit: NamedUnit, action: string, review: PlanReviewRow, units: ReviewUnits): string[] {
  if (!unit.ok) return [];
  if (!unit.group) return [unit.code];
  const force = (review.actions as ReviewAction[]).find(({ code }) => code === action)?.taskForce;
  const bodies = { headquarters: [], taskForce: force?.memberUnits ?? [] };
  return [...groupMembers(unit.code, units.directory, bodies, units.on)];
}

function unmatchedOf(rows: readonly DraftTaskRow[], units: ReviewUnits): UnmatchedUnit[] {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    if (row.state === 'dropped') continue;
    const draft = draftOf(row);
    const { lead, support } = draft.body.task;
    for (const printed of new Set([...lead, ...support])) {
      if (units.unitOf(draft, printed).ok) continue;
      found.set(printed, [...(found.get(printed) ?? []), row.id]);
    }
  }
  return [...found].map(([printed, draftTaskIds]) => ({
    printed,
    draftTaskIds,
    suggestions: suggestionsFor(printed, units),
  }));
}

/** Units that a printed name may mean, with their ids. */
export const suggestionsFor = (printed: string, units: ReviewUnits): UnmatchedUnit['suggestions'] =>
  suggestUnits(printed, units.directory, SUGGESTIONS).flatMap((one) => {
    const unitId = units.idOfUnit.get(one.unit);
    return unitId === undefined ? [] : [{ ...one, unitId }];
  });

/** Drafts by themselves, with their places in the order of the review, from 1. */
export interface DraftsRead {
  drafts: DraftTaskRow[];
  positions: ReadonlyMap<string, number>;
  units: ReviewUnits;
  cadences: ReadonlyMap<string, EffectiveCadences>;
}

/** The drafts named, without looking at the rest of the review. Null where there is no such review. */
export async function readDrafts(
  tx: Transaction,
  reviewId: string,
  ids: readonly string[],
  now: Instant,
): Promise<DraftsRead | null> {
  const review = await planReviewRow(tx, reviewId);
  if (review === null) return null;
  const places = await draftTaskPlaces(tx, reviewId);
  const drafts = await draftTasksOf(tx, reviewId, ids);
  return {
    drafts,
    cadences: cadencesOf(drafts, review, await cadenceRulesOf(tx)),
    positions: new Map(places.map(({ id }, i) => [id, i + 1])),
    units: await reviewUnits(tx, review, now),
  };
}

/** The corrected reading, for measuring readings by (`luoshi.extraction/1` and what scoring asks for beside it). */
export async function goldOfReview(tx: Transaction, reviewId: string): Promise<object | null> {
  const review = await planReviewRow(tx, reviewId);
  const read = (await readingOfReview(tx, reviewId)) as Extraction | null;
  if (review === null || read === null) return null;
  const drafts = (await draftTasksOf(tx, reviewId)).map(draftOf);
  const planCadences = review.planCadences as Extraction['planCadences'];
  return goldOf({ ...read, planCadences }, review.facts as ReviewFacts, drafts);
}

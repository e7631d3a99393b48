import type { ExtractionWarning, Extraction } from '../extraction.schema.js';
import type { FindingCode } from '../lint/finding.js';
import { lintPlan, type LintOptions } from '../lint/lint-plan.js';
import { type Draft, titleOf } from './draft.js';
import { reviewedExtraction, type ReviewedFacts } from './reviewed-extraction.js';

/** Something to settle. `error` keeps the plan from being dispatched. */
export interface ReviewFinding {
  readonly code:
    | FindingCode
    | 'NO_TITLE'
    | 'NO_TASKS'
    | 'ACTION_UNKNOWN'
    | 'PLAN_CODE_TAKEN'
    | 'PLAN_RUNNING'
    | 'NOT_CONFIRMED'
    | 'AMENDMENT_NOT_READY'
    | 'POSTS_VACANT'
    | 'CADENCE_WITHOUT_PERIODS'
    | 'REPLACEMENT_IDLE';
  readonly severity: 'error' | 'advice';
  readonly message: string;
  /** Code of the draft; null: about the plan as a whole. */
  readonly draft: string | null;
  readonly span: ExtractionWarning['span'] | null;
}

export interface ReviewedPlan {
  readonly read: Extraction;
  readonly facts: ReviewedFacts & { readonly planCode: string };
  readonly actions: readonly { readonly code: string }[];
  readonly drafts: readonly Draft[];
}

export interface FindingOptions extends Pick<LintOptions, 'burdenCap'> {
  /** A name in no directory and with no unit chosen for it; `message` says so in Chinese. */
  readonly unresolved: (draft: Draft, printed: string) => string | null;
  /** The plan's code belongs to another plan. */
  readonly codeTaken: boolean;
  /** Title of the plan that runs already and is the same document; left out or null: there is none. */
  readonly running?: string | null;
}

/** What keeps a plan from being dispatched, and what a person should think of before. Tasks in their order. */
export function reviewFindings(plan: ReviewedPlan, options: FindingOptions): ReviewFinding[] {
  const kept = plan.drafts.filter(({ state }) => state !== 'dropped');
  const byCode = new Map(kept.map((draft) => [draft.code, draft]));
  const found = lintPlan(reviewedExtraction(plan.read, plan.facts, kept), {
    ...(options.burdenCap === undefined ? {} : { burdenCap: options.burdenCap }),
  }).map(({ code, message, task, span }): ReviewFinding => {
    const draft = task === null ? undefined : byCode.get(task);
    // The text cannot be corrected here; who has set the dates has seen to it.
    const error = code === 'NO_SUCH_DAY' && draft?.corrected.includes('deadlines') !== true;
    return { code, severity: error ? 'error' : 'advice', message, draft: task, span };
  });
  const own = kept.flatMap((draft) => ownFindings(draft, plan, options));
  const order = new Map(kept.map(({ code }, i) => [code, i]));
  const placeOf = ({ draft }: ReviewFinding): number =>
    draft === null ? kept.length : (order.get(draft) ?? 0);
  return [
    ...(kept.length === 0
      ? [ofPlan('NO_TASKS', '没有一项任务。请从原文中新增任务，或作废后换文件重新上传。')]
      : []),
    ...(options.codeTaken
      ? [ofPlan('PLAN_CODE_TAKEN', `方案代号“${plan.facts.planCode}”已被其他方案使用，请改用别的代号。`)]
      : []),
    ...(options.running == null
      ? []
      : [
          ofPlan(
            'PLAN_RUNNING',
            `“${options.running}”已在执行，与这份文号相同（或标题、印发单位、年度相同），再下发任务会重复。是修订稿的，请作废这次校核，重新上传时选“已下发方案的修订稿”；传错的，请作废；确是另一份方案的，请更正文号或标题。`,
          ),
        ]),
    ...[...own, ...habitual(found, kept.length)].sort((a, b) => placeOf(a) - placeOf(b)),
  ];
}

/** Few tasks have no habits. */
const LEAST_TASKS = 8;

/** Where most tasks name no date, that is how the plan is written: said once, not of every task. */
function habitual(found: readonly ReviewFinding[], tasks: number): ReviewFinding[] {
  const undated = found.filter(({ code }) => code === 'NO_DATE');
  if (tasks < LEAST_TASKS || undated.length * 2 <= tasks) return [...found];
  const message = `${undated.length} 项任务没有写明完成时限，都按方案年度的年底办结；有另外时限的，请在任务中补填。`;
  return [
    ...found.filter(({ code }) => code !== 'NO_DATE'),
    { code: 'NO_DATE', severity: 'advice', message, draft: null, span: null },
  ];
}

const ofPlan = (code: ReviewFinding['code'], message: string): ReviewFinding => ({
  code,
  severity: 'error',
  message,
  draft: null,
  span: null,
});

function ownFindings(draft: Draft, plan: ReviewedPlan, { unresolved }: FindingOptions): ReviewFinding[] {
  const { task } = draft.body;
  const error = (code: ReviewFinding['code'], message: string): ReviewFinding => ({
    code,
    severity: 'error',
    message,
    draft: draft.code,
    span: task.span,
  });
  const names = [...new Set([...task.lead, ...task.support])];
  return [
    ...(titleOf(draft.body) === null ? [error('NO_TITLE', '任务没有标题，请拟一个简短的名称。')] : []),
    ...(plan.actions.some(({ code }) => code === task.action)
      ? []
      : [error('ACTION_UNKNOWN', `没有编号为 ${task.action} 的行动，请为任务选定所属行动。`)]),
    ...names.flatMap((name) => {
      const message = unresolved(draft, name);
      return message === null ? [] : [error('UNIT_UNKNOWN', message)];
    }),
  ];
}

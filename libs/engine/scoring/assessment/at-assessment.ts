import { refuse, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { assessmentById, lockAssessment, type AssessmentRead, type Transaction } from '#persistence';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { mayScore } from '../may-score.js';

/** Somebody does something with an assessment. */
export interface AssessmentCommand {
  jurisdictionId: string;
  assessmentId: string;
  /** Null: at the command line, where who runs it answers for it. */
  actor: Actor | null;
  /** The version the person has seen; another one is refused. Left out: whatever it is now. */
  expectedVersion?: number;
}

export interface AtAssessment {
  tx: Transaction;
  assessment: AssessmentRead;
  now: Instant;
}

/** Who may do a step: who scores the plan, or anybody, where the step asks itself. */
export type StepBy = 'assessor' | 'anybody';

/**
 * One step in the life of an assessment, in one transaction: it is locked, the version is the one that was seen, the person
 * may. Refused: SubjectNotFound, VersionConflict, NotPermitted.
 */
export function atAssessment(
  context: EngineContext,
  { jurisdictionId, assessmentId, actor, expectedVersion }: AssessmentCommand,
  by: StepBy,
  step: (at: AtAssessment) => Promise<Outcome<unknown>>,
): Promise<Outcome<AssessmentRead>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<AssessmentRead>> => {
    const assessment = await lockAssessment(tx, assessmentId);
    if (assessment === null) return refuse('SubjectNotFound', '找不到这次考核。');
    if (expectedVersion !== undefined && expectedVersion !== assessment.version)
      return refuse('VersionConflict', '这次考核已被他人更新；请刷新后再办理。');
    if (by === 'assessor' && !mayScore(tx, actor, assessment))
      return refuse('NotPermitted', '考核由绩效办组织：只有绩效办可以办理这一步。');
    const done = await step({ tx, assessment, now: context.clock.now() });
    if (!done.ok) return done;
    const after = await assessmentById(tx, assessmentId);
    if (after === null) throw new Error(`assessment ${assessmentId} was changed and is not there`);
    return { ok: true, value: after };
  });
}

export const stateLabel = (state: AssessmentRead['state']): string =>
  ({ preview: '公示中', final: '已确定', withdrawn: '已撤回' })[state];

/** Refused unless it is a preview still. */
export const refuseKept = ({ state }: AssessmentRead): Outcome<never> | null =>
  state === 'preview'
    ? null
    : refuse('AssessmentNotOpen', `这次考核${stateLabel(state)}，不能再改动；需要更正的，撤回后重新组织。`);

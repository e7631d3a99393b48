import { refuse, type Outcome } from '#accountability';
import {
  assessmentById,
  assessmentScores,
  eventsByRefs,
  objectionsOf,
  scoreDecisions,
  scoredTasks,
  sittingsOfObligations,
  type AssessmentRead,
  type AssessmentScoreRow,
  type ObjectionRead,
  type Transaction,
} from '#persistence';
import { withAdjustments, type RankedGroup, type Scheme } from '#scoring';
import type { EngineContext } from '../../engine-context.js';
import { explainedIn, type ExplainedScore } from '../scores-of.js';
import { adjustmentsOf, reckonAgain } from './reckoned.js';

/** An assessment with the results and objections that who asks may see. */
export interface WholeAssessment {
  assessment: AssessmentRead;
  scores: AssessmentScoreRow[];
  objections: ObjectionRead[];
}

/** Of all units; of one unit where `unitId` says so. Null: there is none. */
export async function readAssessment(
  tx: Transaction,
  id: string,
  unitId: string | null = null,
): Promise<WholeAssessment | null> {
  const assessment = await assessmentById(tx, id);
  if (assessment === null) return null;
  return {
    assessment,
    scores: await assessmentScores(tx, id, unitId),
    objections: await objectionsOf(tx, id, unitId),
  };
}

/** The whole reckoning of an assessment, with what objections moved: scores, and places that follow. */
export async function standingGroups(
  tx: Transaction,
  assessment: AssessmentRead,
): Promise<{ scheme: Scheme; groups: RankedGroup[] }> {
  const { scheme, groups } = await reckonAgain(tx, assessment);
  const rows = new Map((await assessmentScores(tx, assessment.id)).map((row) => [row.unitId, row]));
  const objections = await objectionsOf(tx, assessment.id);
  return {
    scheme,
    groups: groups.map((group) => ({
      ...group,
      scores: group.scores
        .map((score) => ({
          ...withAdjustments(score, adjustmentsOf(objections, score.unitId)),
          rank: rows.get(score.unitId)?.rank ?? null,
        }))
        .sort(
          (a, b) =>
            (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
            b.total - a.total ||
            (a.name < b.name ? -1 : 1),
        ),
    })),
  };
}

/** One unit's score in an assessment as the record gave it, with the events behind every point; adjustments stand at the objections. */
export function explainAssessed(
  context: EngineContext,
  { jurisdictionId, assessmentId, unitId }: { jurisdictionId: string; assessmentId: string; unitId: string },
): Promise<Outcome<ExplainedScore>> {
  return context.database.transaction(
    { jurisdictionId },
    async (tx): Promise<Outcome<ExplainedScore>> => {
      const assessment = await assessmentById(tx, assessmentId);
      if (assessment === null) return refuse('SubjectNotFound', '找不到这次考核。');
      const { scheme, groups } = await reckonAgain(tx, assessment);
      const { planId, asOf } = assessment;
      return explainedIn(
        { scheme, asOf, groups, decisions: await scoreDecisions(tx, planId, asOf) },
        unitId,
        (refs) => eventsByRefs(tx, refs),
        () => scoredTasks(tx, planId),
        (ids) => sittingsOfObligations(tx, ids),
      );
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

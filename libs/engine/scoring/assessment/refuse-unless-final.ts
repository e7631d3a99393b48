import { refuse, type Outcome } from '#accountability';
import { finalAssessment, type ProductRead, type Transaction } from '#persistence';

/** The annual assessment goes out only from a final result, with the figures of that; of other products null. */
export async function refuseUnlessFinal(
  tx: Transaction,
  { kind, planId, period, figuresAt }: Pick<ProductRead, 'kind' | 'planId' | 'period' | 'figuresAt'>,
): Promise<Outcome<never> | null> {
  if (kind !== 'annualAssessment') return null;
  const final = await finalAssessment(tx, planId, period);
  if (final === null)
    return refuse(
      'AssessmentNotOpen',
      '年终考核的结果还没有确定：请先在“考核得分”页公布预览、裁定异议、确定结果，再印发。',
    );
  return final.finalisedAt !== null && figuresAt < final.finalisedAt
    ? refuse('AssessmentNotOpen', '这份草稿写于结果确定之前；请退回修改、更新数据后再印发。')
    : null;
}

import { complianceWarnings, type ComplianceWarning } from '../compliance/compliance-warnings.js';
import type { Scheme } from './scheme.schema.js';

export interface SchemeWarning extends Omit<ComplianceWarning, 'code'> {
  code: ComplianceWarning['code'] | 'UntrueTooCheap';
}

/** What speaks against a scheme: central rules, and the sense of an honest report. */
export function schemeWarnings(scheme: Scheme): SchemeWarning[] {
  return [...complianceWarnings(scheme), ...untrueTooCheap(scheme)];
}

/** A "done" that was found untrue must cost more than any single card: else it pays to say so and hope. */
function untrueTooCheap({ sections, deductions }: Scheme): SchemeWarning[] {
  const untrue = [
    ...sections.flatMap(({ items }) =>
      items.flatMap(({ formula }) =>
        formula.kind === 'perItem' && formula.of === 'untrueFindings' ? [formula.each] : [],
      ),
    ),
    ...deductions.filter(({ of }) => of === 'untrueFindings').map(({ each }) => each),
  ].reduce((sum, each) => sum + each, 0);
  const dearest = Math.max(
    0,
    ...deductions.filter(({ of }) => of !== 'untrueFindings').map(({ each }) => each),
  );
  if (untrue > dearest) return [];
  const words = `核实不实 ${untrue} 分，其他单次扣分最多 ${dearest} 分`;
  return [
    {
      code: 'UntrueTooCheap',
      path: ['sections'],
      words,
      basis: '落实·考核办法设计',
      message: `${words}：把没有办好的报成办好的，应当扣得最重，否则鼓励虚报`,
    },
  ];
}

import type { AssessmentSummary } from '#contract';

const KINDS: Readonly<Record<AssessmentSummary['state'], string>> = {
  preview: 'running',
  final: 'done',
  withdrawn: 'idle',
};

/** State of an assessment: the word is what counts, the dot helps the eye. */
export const AssessmentState = ({ state, label }: { state: AssessmentSummary['state']; label: string }) => (
  <span className={`state state-${KINDS[state]}`}>{label}</span>
);

import { by } from '../authorisation/metadata.js';
import type { TaskStep } from './task.setup.js';
import * as verification from './verification-steps.js';

/** What a verification on the spot does to a task (domain.md §11): while it runs, and once it is over. */
export function verificationTransitions(step: TaskStep) {
  const supervisor = by('supervisor');
  const order = {
    VERIFICATION_ORDERED: {
      guard: 'mayBeVerified',
      actions: step(verification.verificationIsOrdered),
      ...supervisor,
    },
  } as const;
  const verifying = {
    VERIFICATION_OVERDUE: { guard: 'isVerified', actions: step(verification.verificationIsOverdue) },
    VERIFICATION_FOUND: {
      guard: 'isVerified',
      actions: step(verification.verificationIsFound),
      ...supervisor,
    },
    FIGURE_CORRECTED: {
      guard: 'owesCorrection',
      actions: step(verification.figureIsCorrected),
      ...by('liaison', 'leadUnitHead'),
    },
    CORRECTION_OVERDUE: { guard: 'owesCorrection', actions: step(verification.correctionIsOverdue) },
  } as const;
  const foundAfterwards = {
    VERIFICATION_FOUND: {
      guard: 'isVerified',
      actions: step(verification.isFoundAfterwards),
      ...supervisor,
    },
  } as const;
  return { order, verifying, foundAfterwards };
}

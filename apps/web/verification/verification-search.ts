import type { VerificationView } from '#contract';
import { z } from 'zod';

/** Of which plan and which unit verifications are shown. */
export const verificationSearchSchema = z.object({
  plan: z.guid().optional().catch(undefined),
  unit: z.guid().optional().catch(undefined),
});
export type VerificationSearch = z.infer<typeof verificationSearchSchema>;

export const verificationsMatching = (
  all: readonly VerificationView[],
  { unit }: VerificationSearch,
): readonly VerificationView[] => (unit === undefined ? all : all.filter((one) => one.unit.id === unit));

import { ACCOUNT_STATES, ROLE_LABELS, type AccountState, type RoleName } from '#contract';
import { z } from 'zod';

const oneOf = <K extends string>(labels: Record<K, string>) =>
  z.string().refine((value): value is K => Object.hasOwn(labels, value));

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const accountSearchSchema = z.object({
  q: z.string().max(100).optional().catch(undefined),
  state: oneOf<AccountState>(ACCOUNT_STATES).optional().catch(undefined),
  role: oneOf<RoleName>(ROLE_LABELS).optional().catch(undefined),
});
export type AccountFilter = z.infer<typeof accountSearchSchema>;

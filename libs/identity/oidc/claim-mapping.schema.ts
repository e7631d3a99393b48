import { isAdministration, ROLES, type Role } from '#accountability';
import { readDataFile, type DataFileResult } from '#data-file';
import { z } from 'zod';

const claim = z.string().min(1).max(200);
/** What a claim must be or hold: of a list one of them, of a text that text. */
const hasOne = z.strictObject({ claim, oneOf: z.array(z.string().min(1)).min(1) });

const OF_A_UNIT: readonly Role[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];

/** The three administrators are never another house's to name. */
const mappedRole = z
  .enum(ROLES)
  .refine(
    (role) => !isAdministration(role),
    '三员的角色只能由安全管理员在本系统授予，不能由统一身份认证映射',
  );

export const claimMappingSchema = z.strictObject({
  schema: z.literal('luoshi.oidc/1'),
  /** By which claim somebody who has not come before is known: as their user name here. */
  username: claim.default('preferred_username'),
  name: claim.default('name'),
  /** Scopes asked for besides `openid`. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/u)).default(['profile']),
  /** Nobody without these comes in. */
  require: z.array(hasOne).default([]),
  /** Which unit somebody is of. */
  unit: z.strictObject({ claim, map: z.record(z.string(), z.string().min(1)) }).optional(),
  /** Roles that are held as long as the claim says so. */
  roles: z
    .array(
      z.strictObject({
        claim,
        oneOf: z.array(z.string().min(1)).min(1),
        role: mappedRole,
        /** Left out: the person's own unit for roles of a unit, the whole jurisdiction for the others. */
        plan: z.string().optional(),
        action: z.string().optional(),
      }),
    )
    .default([]),
  /** Whoever is not known is made a person, of the mapped unit; else they are refused. */
  create: z.strictObject({ jurisdiction: z.string().min(1) }).optional(),
  /** What says that the provider asked for a second factor. */
  secondFactor: hasOne.optional(),
});
export type ClaimMapping = z.infer<typeof claimMappingSchema>;

/** How claims become people, units and roles, out of a file; problems with line and column. */
export const parseClaimMapping = (text: string): DataFileResult<ClaimMapping> =>
  readDataFile(claimMappingSchema, text);

export const isOfAUnit = (role: Role): boolean => OF_A_UNIT.includes(role);

import type { RoleInScope } from '#accountability';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { isOfAUnit, type ClaimMapping } from './claim-mapping.schema.js';

export type Claims = Readonly<Record<string, unknown>>;

/** What claims say of somebody, in the words of this system. */
export interface MappedPerson {
  username: string;
  name: string;
  /** The unit's code; null: no claim says one. */
  unit: string | null;
  roles: (Pick<RoleInScope, 'role'> & {
    scope: { plan?: string; action?: string } | 'unit' | 'jurisdiction';
  })[];
  /** The provider says that it asked for a second factor. */
  secondFactor: boolean;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/u;

/**
 * What the claims say, by the mapping; pure.
 *
 * Rejections: ClaimMissing (no user name, or none that can be one), ClaimRefused (what is required is not there).
 */
export function mapClaims(mapping: ClaimMapping, claims: Claims): IdentityOutcome<MappedPerson> {
  if (!mapping.require.every((wanted) => holds(claims, wanted))) return identityRejection('ClaimRefused');
  const username = textOf(claims, mapping.username)?.toLowerCase() ?? '';
  if (!USERNAME.test(username)) return identityRejection('ClaimMissing');
  const said = mapping.unit === undefined ? [] : valuesOf(claims, mapping.unit.claim);
  const unit = said.map((one) => ownOf(mapping.unit?.map ?? {}, one)).find((one) => one !== undefined);
  return {
    ok: true,
    value: {
      username,
      name: textOf(claims, mapping.name)?.slice(0, 60) ?? username,
      unit: unit ?? null,
      roles: mapping.roles
        .filter((one) => holds(claims, one))
        .map(({ role, plan, action }) => ({
          role,
          scope: isOfAUnit(role)
            ? 'unit'
            : plan === undefined
              ? 'jurisdiction'
              : { plan, ...(action === undefined ? {} : { action }) },
        })),
      secondFactor: mapping.secondFactor !== undefined && holds(claims, mapping.secondFactor),
    },
  };
}

const ownOf = (map: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

const holds = (claims: Claims, { claim, oneOf }: { claim: string; oneOf: readonly string[] }): boolean =>
  valuesOf(claims, claim).some((value) => oneOf.includes(value));

const textOf = (claims: Claims, claim: string): string | undefined => {
  const value = memberOf(claims, claim);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function valuesOf(claims: Claims, claim: string): string[] {
  const value = memberOf(claims, claim);
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

/** A claim by its name; where there is none of that name, along its dots (`realm_access.roles`). */
function memberOf(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  let value: unknown = claims;
  for (const part of claim.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Claims)[part];
  }
  return value;
}

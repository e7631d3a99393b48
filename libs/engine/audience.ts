import { reaches, type Notify, type Policy, type Role, type SubjectScope } from '#accountability';
import type { RoleHolder } from '#persistence';

export interface Recipient {
  personId: string;
  unitId: string;
}

export interface Audience {
  recipients: Recipient[];
  /** Desks that nobody holds, whether or not somebody stood in. */
  vacancies: { role: Role; standIn: Role | null }[];
}

/**
 * Who is meant by roles in a scope. A desk that nobody holds goes to the next one at once (the policy's stand-ins, in
 * order), and the vacancy itself is reported. Nobody is named twice.
 */
export function resolveAudience(
  holders: readonly RoleHolder[],
  effect: Pick<Notify, 'audience' | 'unitId'>,
  scope: SubjectScope,
  actionCodes: readonly string[],
  standIns: Policy['standIns'],
): Audience {
  const actions = scope.actionCode === null ? actionCodes : [scope.actionCode];
  const places: SubjectScope[] = (actions.length > 0 ? actions : [null]).map((actionCode) => ({
    ...scope,
    actionCode,
    unitIds: [effect.unitId],
  }));
  const holding = (role: Role, place: SubjectScope): RoleHolder[] =>
    near(holders, role, place).filter((holder) => reaches(holder, place));

  const recipients = new Map<string, Recipient>();
  const vacancies = new Map<string, Audience['vacancies'][number]>();
  for (const role of effect.audience) {
    // Place by place: that one task force's office is held does not fill another's.
    for (const place of places) {
      let found = holding(role, place);
      // A unit that leads tasks of its own has one liaison for everything: that is no vacancy.
      if (found.length === 0 && role === 'supportUnitLiaison') found = holding('liaison', place);
      if (found.length === 0) {
        const standIn = (standIns[role] ?? []).find((other) => holding(other, place).length > 0) ?? null;
        if (!vacancies.has(role)) vacancies.set(role, { role, standIn });
        found = standIn === null ? [] : holding(standIn, place);
      }
      for (const { personId, unitId } of found) recipients.set(personId, { personId, unitId });
    }
  }
  return { recipients: [...recipients.values()], vacancies: [...vacancies.values()] };
}

/** Holders by role and scope, each with its turn in the list. A list is asked again for each message, and never changed. */
const byScope = new WeakMap<readonly RoleHolder[], Map<string, Turn[]>>();
interface Turn {
  holder: RoleHolder;
  turn: number;
}

/** Those who hold the role in a scope that the place may be part of, in their order: of thousands a handful. */
function near(
  holders: readonly RoleHolder[],
  role: Role,
  { jurisdictionId, planCode, actionCode, unitIds }: SubjectScope,
): RoleHolder[] {
  let scopes = byScope.get(holders);
  if (!scopes) {
    scopes = new Map<string, Turn[]>();
    byScope.set(holders, scopes);
    for (const [turn, holder] of holders.entries()) {
      const key = `${holder.role}/${holder.scopeId}`;
      const there = scopes.get(key);
      if (there) there.push({ holder, turn });
      else scopes.set(key, [{ holder, turn }]);
    }
  }
  const action = actionCode === null ? [] : [`${planCode}/${actionCode}`];
  const found = [...new Set([jurisdictionId, planCode, ...action, ...unitIds])].flatMap(
    (scope) => scopes.get(`${role}/${scope}`) ?? [],
  );
  return found.sort((a, b) => a.turn - b.turn).map(({ holder }) => holder);
}

import { labelOf, ROLE_LABELS, type SessionView } from '#contract';
import { readProfile, readScopeNames } from '#persistence';
import type { Actor } from '#accountability';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { levelsIn } from '../view/levels.js';
import { needsSecondFactor } from '../who/needs-second-factor.js';
import { areasOf } from '../who/areas.js';

export interface SignedIn {
  jurisdictionId: string;
  personId: string;
  actor: Actor;
  csrfToken: string;
  mustChange: boolean;
  secondFactor: boolean;
  expiresAt: string;
}

/** The head of the page: who it is, in which roles, with what in reach. */
export function sessionView(context: ApiContext, signedIn: SignedIn): Promise<SessionView> {
  const { jurisdictionId, personId, actor } = signedIn;
  return context.database.transaction({ jurisdictionId }, async (tx): Promise<SessionView> => {
    const profile = await readProfile(tx, personId);
    if (profile === null) throw problem('SessionOver');
    const names = await readScopeNames(
      tx,
      actor.roles.map((role) => role.scopeId),
    );
    return {
      person: { id: personId, name: profile.name, username: profile.username },
      unit: { id: profile.unit_id, name: profile.unit_name },
      jurisdiction: { id: jurisdictionId, name: profile.jurisdiction_name },
      roles: actor.roles.map((role) => ({
        ...role,
        label: labelOf(ROLE_LABELS, role.role),
        scopeLabel: names.get(role.scopeId) ?? role.scopeId,
      })),
      areas: areasOf(actor),
      levels: [...(await levelsIn(tx)).values()],
      csrfToken: signedIn.csrfToken,
      mustChangePassword: signedIn.mustChange,
      secondFactor: signedIn.secondFactor,
      mustSetUpSecondFactor: !signedIn.secondFactor && needsSecondFactor(context, actor),
      expiresAt: signedIn.expiresAt,
      now: context.now(),
      rehearsal: context.isRehearsal(),
    };
  });
}

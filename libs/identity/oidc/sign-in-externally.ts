import { identifierOf, isAdministration, personIdOf, unitIdOf, type RoleInScope } from '#accountability';
import { addDays, type CivilDate } from '#calendar';
import { recordAccountChange, type TrailOrigin } from '#engine';
import { constraintCodeOf, insertPeople, type Transaction } from '#persistence';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';
import { readRoles } from '../accounts/read-roles.js';
import { isScopeOf } from '../accounts/keep-roles.js';
import { deleteSession } from '../session.store.js';
import { startSession, type SessionOrigin, type StartedSession } from '../start-session.js';
import { tokenHash } from '../token.js';
import { mapClaims, type MappedPerson } from './map-claims.js';
import type { Redeemed, SignInProvider } from './provider.js';

export interface ExternalSignIn {
  redeemed: Redeemed;
  /** What went out and came back: taken once. */
  state: string;
  /** The token of a session that the browser still had when it set out: it ends. */
  formerToken?: string | undefined;
  from: SessionOrigin;
  origin: TrailOrigin;
  /** The engine's day: roles hold by it. */
  today: CivilDate;
}

interface Found {
  jurisdictionId: string;
  personId: string;
  active: boolean;
}

/**
 * Starts a session for whom the provider vouches. Who has come before is known by the provider's own name for them; who comes for
 * the first time by the user name that the mapping makes of a claim, or is made a person where the mapping says so.
 *
 * Rejections: ClaimMissing, ClaimRefused, ExternalPersonUnknown, ExternalUnitUnknown, ExternalAccountShut,
 * ExternalSecondFactorMissing, ExternalSignInOver (it was taken before).
 */
export async function signInExternally(
  shell: IdentityShell,
  { settings }: SignInProvider,
  signIn: ExternalSignIn,
): Promise<IdentityOutcome<StartedSession>> {
  const mapped = mapClaims(settings.mapping, signIn.redeemed.claims);
  if (!mapped.ok) return mapped;
  const { issuer, subject } = signIn.redeemed;
  const known = await shell.database.outsideTenants(async (tx) => {
    const [linked] = await tx.query<Found>(
      `select jurisdiction_id as "jurisdictionId", person_id as "personId", active from person_of_identity($1, $2)`,
      [issuer, subject],
    );
    if (linked !== undefined) return { ...linked, linked: true };
    const [named] = await tx.query<Found>(
      `select jurisdiction_id as "jurisdictionId", person_id as "personId", active from person_of_username($1)`,
      [mapped.value.username],
    );
    return named === undefined ? undefined : { ...named, linked: false };
  });
  if (known === undefined && settings.mapping.create === undefined)
    return identityRejection('ExternalPersonUnknown');
  if (known?.active === false) return identityRejection('ExternalAccountShut');
  const jurisdictionId = known?.jurisdictionId ?? settings.mapping.create?.jurisdiction ?? '';
  try {
    return await shell.database.transaction({ jurisdictionId }, async (tx) => {
      const personId = known?.personId ?? (await makePerson(tx, shell, mapped.value, signIn));
      if (personId === null) return identityRejection('ExternalUnitUnknown');
      if (known?.linked !== true) await link(tx, shell, personId, signIn);
      if (!mapped.value.secondFactor && (await hasSecondFactor(tx, personId)))
        throw new Refusal('ExternalSecondFactorMissing');
      await followRoles(tx, shell, personId, mapped.value, signIn);
      return { ok: true as const, value: await begin(tx, shell, personId, mapped.value, signIn) };
    });
  } catch (error) {
    if (error instanceof Refusal) return identityRejection(error.code);
    if (constraintCodeOf(error) === 'SignInTaken') return identityRejection('ExternalSignInOver');
    throw error;
  }
}

/** Rolls back what was written before it. */
class Refusal extends Error {
  constructor(readonly code: 'ExternalSecondFactorMissing') {
    super(code);
  }
}

async function hasSecondFactor(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.query(
    'select from second_factor where jurisdiction_id = $1 and person_id = $2 and confirmed_at is not null',
    [tx.scope.jurisdictionId, personId],
  );
  return rows.length > 0;
}

/** Null: no claim says a unit that there is. */
async function makePerson(
  tx: Transaction,
  shell: IdentityShell,
  { username, name, unit }: MappedPerson,
  { origin }: ExternalSignIn,
): Promise<string | null> {
  const { jurisdictionId } = tx.scope;
  const unitId = unit === null ? null : await unitOf(tx, unit);
  if (unitId === null) return null;
  const personId = personIdOf(jurisdictionId, username);
  await insertPeople(tx, [{ id: personId, unitId, name, username }]);
  await recordAccountChange(tx, origin, {
    action: 'accountCreated',
    at: shell.clock.now(),
    personIds: [personId],
    details: { unitId, byProvider: true },
    after: { username, name },
  });
  return personId;
}

async function unitOf(tx: Transaction, code: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select id from unit where jurisdiction_id = $1 and (code = $2 or id = $3) and not is_group',
    [tx.scope.jurisdictionId, code, unitIdOf(tx.scope.jurisdictionId, code)],
  );
  return row?.id ?? null;
}

async function link(
  tx: Transaction,
  shell: IdentityShell,
  personId: string,
  { redeemed, origin }: ExternalSignIn,
): Promise<void> {
  const { issuer, subject } = redeemed;
  const at = shell.clock.now();
  await tx.execute(
    `insert into external_identity (jurisdiction_id, issuer, subject, person_id, linked_at) values ($1, $2, $3, $4, $5)`,
    [tx.scope.jurisdictionId, issuer, subject, personId, at],
  );
  await recordAccountChange(tx, origin, {
    action: 'identityLinked',
    at,
    personIds: [personId],
    details: { issuer },
    after: { subject },
  });
}

/** Grants what the claims say and this person does not hold, ends what earlier claims said and these do not. */
async function followRoles(
  tx: Transaction,
  shell: IdentityShell,
  personId: string,
  mapped: MappedPerson,
  { origin, today }: ExternalSignIn,
): Promise<void> {
  const { jurisdictionId } = tx.scope;
  const [person] = await tx.query<{ unitId: string }>(
    'select unit_id as "unitId" from person where jurisdiction_id = $1 and id = $2 for update',
    [jurisdictionId, personId],
  );
  const held = await readRoles(tx, [personId], today);
  // An administrator holds no other role, whatever another house says.
  if (person === undefined || held.some(({ role }) => isAdministration(role))) return;
  const wanted: RoleInScope[] = [];
  for (const one of mapped.roles) {
    const scope = scopeOf(one, jurisdictionId, person.unitId);
    if (await isScopeOf(tx, scope)) wanted.push(scope);
  }
  const same = (one: RoleInScope, other: RoleInScope): boolean =>
    one.role === other.role && one.scopeKind === other.scopeKind && one.scopeId === other.scopeId;
  const at = shell.clock.now();
  for (const over of held.filter(({ origin: by }) => by === 'provider')) {
    if (wanted.some((one) => same(one, over))) continue;
    await tx.execute('update role_assignment set valid_to = $3 where jurisdiction_id = $1 and id = $2', [
      jurisdictionId,
      over.id,
      addDays(today, -1),
    ]);
    await recordAccountChange(tx, origin, {
      action: 'roleRevoked',
      at,
      personIds: [personId],
      details: { role: over.role, scopeKind: over.scopeKind, scopeId: over.scopeId, byProvider: true },
    });
  }
  for (const scope of wanted) {
    if (held.some((one) => same(one, scope))) continue;
    const { role, scopeKind, scopeId } = scope;
    await tx.execute(
      `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id, valid_from, origin)
       values ($1, $2, $3, $4, $5, $6, $7, 'provider')`,
      [
        jurisdictionId,
        identifierOf(personId, 'provider', role, scopeKind, scopeId, at),
        personId,
        role,
        scopeKind,
        scopeId,
        today,
      ],
    );
    await recordAccountChange(tx, origin, {
      action: 'roleGranted',
      at,
      personIds: [personId],
      details: { ...scope, from: today, byProvider: true },
    });
  }
}

function scopeOf(
  { role, scope }: MappedPerson['roles'][number],
  jurisdictionId: string,
  unitId: string,
): RoleInScope {
  if (scope === 'unit') return { role, scopeKind: 'unit', scopeId: unitId };
  if (scope === 'jurisdiction') return { role, scopeKind: 'jurisdiction', scopeId: jurisdictionId };
  return scope.action === undefined
    ? { role, scopeKind: 'plan', scopeId: scope.plan ?? '' }
    : { role, scopeKind: 'action', scopeId: `${scope.plan ?? ''}/${scope.action}` };
}

async function begin(
  tx: Transaction,
  shell: IdentityShell,
  personId: string,
  { secondFactor }: MappedPerson,
  { redeemed, state, formerToken, from, origin }: ExternalSignIn,
): Promise<StartedSession> {
  const { jurisdictionId } = tx.scope;
  if (formerToken !== undefined) await deleteSession(tx, tokenHash(formerToken));
  const started = await startSession(tx, shell, { jurisdictionId, personId }, from);
  const at = shell.clock.now();
  await tx.execute(
    `insert into external_sign_in (jurisdiction_id, state_hash, person_id, session_id, issuer, subject, sid,
       id_token_sealed, second_factor, signed_in_at)
     select $1, $2, $3, s.id, $5, $6, $7, $8, $9, $10 from session s where s.token_hash = $4`,
    [
      jurisdictionId,
      tokenHash(state),
      personId,
      tokenHash(started.token),
      redeemed.issuer,
      redeemed.subject,
      redeemed.sid,
      shell.secrets.seal(redeemed.idToken),
      secondFactor,
      at,
    ],
  );
  await recordAccountChange(
    tx,
    { ...origin, actorId: personId },
    {
      action: 'signedIn',
      at,
      personIds: [personId],
      details: { byProvider: true, issuer: redeemed.issuer },
    },
  );
  return started;
}

/** The ID token by which the provider knows the session again; null: it was not begun there. */
export async function externalTokenOf(
  shell: IdentityShell,
  { jurisdictionId, sessionId }: { jurisdictionId: string; sessionId: string },
): Promise<string | null> {
  const [row] = await shell.database.transaction(
    { jurisdictionId },
    (tx) =>
      tx.query<{ sealed: string }>(
        'select id_token_sealed as sealed from external_sign_in where jurisdiction_id = $1 and session_id = $2',
        [jurisdictionId, sessionId],
      ),
    { readOnly: true },
  );
  return row === undefined ? null : String(shell.secrets.open(row.sealed));
}

/** The provider says that somebody left: how many sessions ended here. */
export async function endExternalSessions(
  shell: IdentityShell,
  { issuer, subject, sid }: { issuer: string; subject: string | null; sid: string | null },
): Promise<number> {
  const [row] = await shell.database.outsideTenants((tx) =>
    tx.query<{ ended: number }>('select end_external_sessions($1, $2, $3) as ended', [issuer, subject, sid]),
  );
  return row?.ended ?? 0;
}

import type { Actor } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  ACCOUNT_ACTS,
  ACCOUNT_STATES,
  labelOf,
  ROLE_LABELS,
  type AccountActName,
  type AccountState,
  type AccountView,
} from '#contract';
import {
  mayActOn,
  mayConfirm,
  openAccessRequests,
  readAccounts,
  readRoles,
  type AccessRequest,
  type AccountFilter,
  type AccountRow,
  type HeldRole,
} from '#identity';
import { readScopeNames, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';

/** A page of accounts with their roles, and what whoever looks may do to each. */
export async function accountViews(
  context: ApiContext,
  tx: Transaction,
  actor: Actor,
  filter: AccountFilter,
): Promise<{ items: AccountView[]; total: number }> {
  const today = civilDateOf(context.now());
  const { rows, total } = await readAccounts(tx, filter, { now: context.identity.clock.now(), today });
  const roles = await readRoles(
    tx,
    rows.map(({ personId }) => personId),
    today,
  );
  const requests = await openAccessRequests(
    tx,
    rows.map(({ personId }) => personId),
    context.identity.clock.now(),
  );
  const names = await readScopeNames(
    tx,
    roles.map(({ scopeId }) => scopeId),
  );
  return {
    items: rows.map((row) =>
      accountView(
        actor,
        row,
        roles.filter(({ personId }) => personId === row.personId),
        requests.find(({ personId }) => personId === row.personId),
        names,
      ),
    ),
    total,
  };
}

const stateOf = ({ active, barredAt, lockedUntil }: AccountRow): AccountState => {
  if (!active) return 'left';
  if (barredAt !== null) return 'barred';
  return lockedUntil === null ? 'active' : 'locked';
};

function accountView(
  actor: Actor,
  row: AccountRow,
  roles: readonly HeldRole[],
  request: AccessRequest | undefined,
  names: ReadonlyMap<string, string>,
): AccountView {
  const { personId, unitId, unitName, active, ...facts } = row;
  const state = stateOf(row);
  const own = personId === actor.personId;
  return {
    ...facts,
    id: personId,
    unit: { id: unitId, name: unitName },
    state,
    stateLabel: ACCOUNT_STATES[state],
    roles: roles.map(({ personId: _person, ...held }) => ({
      ...held,
      label: labelOf(ROLE_LABELS, held.role),
      scopeLabel: names.get(held.scopeId) ?? held.scopeId,
    })),
    accessRequest:
      request === undefined
        ? null
        : {
            password: request.password,
            secondFactor: request.secondFactor,
            reason: request.reason,
            askedBy: { id: request.askedBy, name: request.askedByName },
            askedAt: request.askedAt,
            until: request.until,
          },
    allowedActs:
      own || !active
        ? []
        : (Object.keys(ACCOUNT_ACTS) as AccountActName[]).filter(
            (act) =>
              mayActOn(actor, act, [...roles]) && fits(act, state, row, roles) && suits(act, actor, request),
          ),
  };
}

/** What waits for a second person is not asked for again; the second person confirms, and who asked takes it back. */
function suits(act: AccountActName, actor: Actor, request: AccessRequest | undefined): boolean {
  if (act === 'resetPassword' || act === 'endSecondFactor') return request === undefined;
  if (act === 'confirmAccess') return request !== undefined && mayConfirm(actor, request);
  if (act === 'refuseAccess')
    return request !== undefined && (mayConfirm(actor, request) || request.askedBy === actor.personId);
  return true;
}

/** Whether the act says anything new of an account in that state. */
function fits(
  act: AccountActName,
  state: AccountState,
  { secondFactor, sessions, tokens }: AccountRow,
  roles: readonly HeldRole[],
): boolean {
  if (act === 'bar') return state !== 'barred';
  if (act === 'unbar') return state === 'barred' || state === 'locked';
  if (act === 'endSecondFactor') return secondFactor;
  if (act === 'revoke') return sessions + tokens > 0;
  return act !== 'withdrawRole' || roles.length > 0;
}

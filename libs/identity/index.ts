/**
 * Who somebody is: passwords, sign-in with lock-out, server-side sessions, and the roles that hold today. What a
 * role may do is for `#accountability` to say.
 */
export { actorOf, boundUnit } from './actor-of.js';
export {
  endToken,
  findBearer,
  makeToken,
  TOKEN_MARK,
  TOKEN_SCOPES,
  tokensOf,
  type OwnToken,
  type TokenScope,
} from './api-token/api-tokens.js';
export { ACCOUNT_ACTS, mayAct, mayActOn, seesAccounts, type AccountAct } from './accounts/account-acts.js';
export type { Administering } from './accounts/administer.js';
export {
  ACCESS_REQUEST_HOURS,
  askForPassword,
  askForSecondFactor,
  confirmAccess,
  mayConfirm,
  openAccessRequests,
  refuseAccess,
  type AccessRequest,
} from './accounts/access-request.js';
export { readCandidates, readDelegations, type DelegationRow } from './delegation/read-delegations.js';
export {
  DELEGATION_DAYS_AT_MOST,
  endDelegation,
  grantDelegation,
  lendable,
  mayEndDelegation,
  overseesDelegations,
  type Delegating,
  type NewDelegation,
} from './delegation/delegations.js';
export { appointAdministrator } from './accounts/appoint-administrator.js';
export { createAccount, type MadeAccount, type NewAccount } from './accounts/create-account.js';
export { firstPassword } from './accounts/first-password.js';
export {
  importPeople,
  type Imported,
  type ImportedLine,
  type LineResult,
  type ListLine,
} from './accounts/import-people.js';
export {
  barAccount,
  changeAccount,
  revokeAccess,
  unbarAccount,
  type Target,
} from './accounts/keep-account.js';
export { grantRole, leaveAccount, withdrawRole, type Grant } from './accounts/keep-roles.js';
export { readAccounts, type AccountFilter, type AccountRow } from './accounts/read-accounts.js';
export { readRoles, type HeldRole } from './accounts/read-roles.js';
export { claimMappingSchema, parseClaimMapping, type ClaimMapping } from './oidc/claim-mapping.schema.js';
export { mapClaims, type MappedPerson } from './oidc/map-claims.js';
export { SignInProvider, type Errand, type ProviderSettings } from './oidc/provider.js';
export { endExternalSessions, externalTokenOf, signInExternally } from './oidc/sign-in-externally.js';
export { changePassword } from './change-password.js';
export { findSession } from './find-session.js';
export type { IdentityOutcome, IdentityRejection, IdentityRejectionCode } from './identity-rejection.js';
export { DEFAULT_IDENTITY_SETTINGS, lockMinutes, type IdentitySettings } from './identity-settings.js';
export { accountsIn, endAccess, resetAccess, type Account } from './keep-access.js';
export type { IdentityShell, Secrets } from './identity-shell.js';
export { endOtherSessions, endSession, sessionsOf, type OwnSession } from './own-sessions.js';
export { hashPassword, PASSWORD_COST, verifyPassword } from './password.js';
export { codeAt } from './second-factor/one-time-code.js';
export { deleteFactor, recoveryCodesLeft } from './second-factor/second-factor.store.js';
export {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  type BegunFactor,
} from './second-factor/set-up.js';
export type { StoredSession } from './session.store.js';
export { signIn, type SignInAttempt } from './sign-in.js';
export { signOut } from './sign-out.js';
export type { SessionOrigin, StartedSession } from './start-session.js';
export { randomToken, sameToken } from './token.js';

/**
 * The trail of everything that is no subject's event: accounts, configuration, exports, looks at personal data. One call in the
 * transaction that does it; it stands or falls with it, is chained to what the same person did before, and sealed.
 *
 *     await recordAccountChange(tx, origin, {
 *       action: 'roleGranted',                          // one of TRAIL_ACTIONS (add yours there)
 *       at: systemClock.now(),                          // the wall's clock
 *       personIds: [personId],                          // whose account
 *       details: { role: 'supervisor', scopeKind: 'plan', scopeId },   // ids, names of roles and fields: hashed, for ever
 *       before: { name: '张三' }, after: { name: '张山' },             // personal data: under a salted commitment, erasable
 *     });
 *
 * `origin` says who and from where: `originOf(who, request)` of apps/api/trail, `BY_COMMAND` in the command line, `BY_SYSTEM` in
 * jobs. Never put a name, an address, a password or a token into `details`; a secret not into `before` and `after` either.
 * A look at personal data needs no call: the route declares `personal` (libs/contract), and the API records it. A command that
 * shows personal data, or writes a file that leaves the machine, calls `seenAtMachine` or `leavesAtMachine` before it does.
 * A change of a setting takes `presentOrigin()`: the API and the command line have said who acts (`actingFrom`).
 */
export { leavesAtMachine, seenAtMachine } from './at-machine.js';
export { CONFIGURATION_TABLES } from './configuration-tables.js';
export { differing, fingerprint, recordSetting } from './record-setting.js';
export { actingFrom, BY_COMMAND, BY_SYSTEM, presentOrigin, type TrailOrigin } from './origin.js';
export {
  recordAccess,
  recordAccountChange,
  recordCascade,
  recordConfigurationChange,
  recordEvidence,
  recordExport,
  recordFiling,
  recordProduct,
  recordRetention,
  type TrailFact,
} from './record.js';
export { TRAIL_ACTIONS, trailActionLabel, type TrailAction } from './trail-actions.js';

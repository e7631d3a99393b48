export { AUDIT_EVERY_MINUTES, auditJurisdiction, type Audited } from './audit-jurisdiction.js';
export { checkWork } from './check-work.js';
export { HOURLY, THOROUGH, type WorkCheck } from './work-checks.js';
export { FINDING_CODES, findingOf, type Finding, type FindingCode } from './finding.js';

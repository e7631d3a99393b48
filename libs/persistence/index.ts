/**
 * Rows and transactions. Everything goes through `openDatabase(…).transaction(scope, …)`, as a role that row-level
 * security holds for. Migrations, the embedded default and the check of the trail are here too.
 */
export { systemClock, type Clock } from './clock.js';
export { PersistenceError, type PersistenceErrorCode } from './persistence-error.js';
export { isDatabaseAway } from './connect-error.js';
export { constraintCodeOf, CONSTRAINT_CODES, type ConstraintCode } from './constraint-errors.js';
export { migrate, type Migrated, type MigrateOptions } from './migrate.js';
export { checkSchema, type SchemaCheck } from './check-schema.js';
export { newerMigrations } from './newer-migrations.js';
export { openDatabase, type OpenDatabaseOptions } from './open-database.js';
export { type Database } from './database.js';
export { type TransactionOptions } from './begin-statement.js';
export { json, type Queryable, type Scope, type Transaction } from './transaction.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/start-embedded-postgres.js';
export { runningEmbedded } from './embedded/running-embedded.js';
export * from './backup/index.js';
export { canonicalJson, eventHash, GENESIS_HASH, type ChainLine } from './chain.js';
export { lineHasher, type OwnLine, type SharedLine } from './line-hasher.js';
export {
  commitmentTo,
  SYSTEM_CHAIN,
  trailLineHash,
  type TrailKind,
  type TrailLine,
  type TrailPersonal,
  type TrailWay,
} from './trail-hash.js';
export {
  actorTrail,
  actorTrails,
  firstLineFault,
  linesOfChain,
  personalParts,
  type ActorTrail,
  type PersonalParts,
  type StoredLine,
} from './trail-source.js';
export {
  eventsOfSubject,
  subjectEvents,
  subjectTrail,
  type StoredEvent,
  type SubjectTrail,
} from './chain-source.js';
export {
  firstFault,
  firstFaultOf,
  verifyChains,
  type BrokenChain,
  type ChainFault,
  type ChainReport,
  type Tampering,
} from './verify-chains.js';
export * from './entities/index.js';
export * from './lists/index.js';
export { rolledBack } from './rolled-back.js';
export * from './read/index.js';
export * from './stores/index.js';

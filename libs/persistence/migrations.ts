import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectFile } from './project-file.js';

/**
 * Every migration there ever was, in order: append, never edit, once a version with it has been released. The
 * digits at the end order them; TypeORM wants thirteen.
 */
export const MIGRATIONS = [
  sqlMigration('Spine1713000000001', '0001-spine.sql'),
  sqlMigration('RowLevelSecurity1713000000002', '0002-row-level-security.sql'),
  sqlMigration('PlanReview1713000000003', '0003-plan-review.sql'),
  sqlMigration('UnitDirectory1713000000004', '0004-unit-directory.sql'),
  sqlMigration('TaskSupervision1713000000005', '0005-task-supervision.sql'),
  sqlMigration('Amendment1713000000006', '0006-amendment.sql'),
  sqlMigration('CalendarChange1713000000007', '0007-calendar-change.sql'),
  sqlMigration('Duties1713000000008', '0008-duties.sql'),
  sqlMigration('Cadences1713000000009', '0009-cadences.sql'),
  sqlMigration('LaddersAsData1713000000010', '0010-ladders-as-data.sql'),
  sqlMigration('Scoring1713000000011', '0011-scoring.sql'),
  sqlMigration('Verification1713000000012', '0012-verification.sql'),
  sqlMigration('ConcernedUnits1713000000015', '0015-concerned-units.sql'),
  sqlMigration('Letters1713000000020', '0020-letters.sql'),
  sqlMigration('AuditRun1713000000021', '0021-audit-run.sql'),
  sqlMigration('CalendarFeed1713000000022', '0022-calendar-feed.sql'),
  sqlMigration('BulkRun1713000000023', '0023-bulk-run.sql'),
  sqlMigration('Pipeline1713000000024', '0024-pipeline.sql'),
  sqlMigration('OutgoingEvents1713000000025', '0025-outgoing-events.sql'),
  sqlMigration('MessageWays1713000000026', '0026-message-ways.sql'),
  sqlMigration('Operations1713000000027', '0027-operations.sql'),
  sqlMigration('SecondFactor1713000000028', '0028-second-factor.sql'),
  sqlMigration('ApiToken1713000000029', '0029-api-token.sql'),
  sqlMigration('Seal1713000000030', '0030-seal.sql'),
  sqlMigration('NamesChangeTheMark1713000000031', '0031-names-change-the-mark.sql'),
  sqlMigration('Lists1713000000034', '0034-lists.sql'),
  sqlMigration('ThreeAdministrators1713000000035', '0035-three-administrators.sql'),
  sqlMigration('ExternalSignIn1713000000036', '0036-external-sign-in.sql'),
  sqlMigration('Trail1713000000037', '0037-trail.sql'),
  sqlMigration('Retention1713000000038', '0038-retention.sql'),
  sqlMigration('Evidence1713000000039', '0039-evidence.sql'),
  sqlMigration('Cascade1713000000040', '0040-cascade.sql'),
  sqlMigration('Acts1713000000042', '0042-acts.sql'),
  sqlMigration('DispatchInBatches1713000000043', '0043-dispatch-in-batches.sql'),
  sqlMigration('Products1713000000044', '0044-products.sql'),
  sqlMigration('ProductPages1713000000045', '0045-product-pages.sql'),
  sqlMigration('Assessments1713000000047', '0047-assessments.sql'),
  sqlMigration('Publication1713000000048', '0048-publication.sql'),
  sqlMigration('KeptNotices1713000000049', '0049-kept-notices.sql'),
  sqlMigration('HelpWanted1713000000050', '0050-help-wanted.sql'),
  sqlMigration('SignOff1713000000051', '0051-sign-off.sql'),
  sqlMigration('StandingToday1713000000052', '0052-standing-today.sql'),
];

export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map((migration) => new migration().name);

function sqlMigration(name: string, file: string): new () => MigrationInterface & { name: string } {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(migrationFile(file), 'utf8'));
    }

    down(): Promise<void> {
      return Promise.reject(new Error(`${name}: migrations go forward only; restore a backup instead`));
    }
  };
}

function migrationFile(file: string): string {
  return fileURLToPath(projectFile(`libs/persistence/migrations/${file}`));
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What the auditor found in one run. */
@Entity({ name: 'audit_run' })
export class AuditRunEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'jsonb' })
  findings!: unknown[];
}

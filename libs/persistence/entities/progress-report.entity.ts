import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 进展填报: what was filed; one more revision each time it was returned. */
@Entity({ name: 'progress_report' })
export class ProgressReportEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  obligationId!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'numeric', precision: 5, scale: 2 })
  progress!: number;

  @Column({ type: 'boolean', default: () => 'false' })
  noChange!: boolean;

  @Column({ type: 'text', default: () => "''::text" })
  done!: string;

  @Column({ type: 'text', default: () => "''::text" })
  problems!: string;

  @Column({ type: 'text', default: () => "''::text" })
  helpWanted!: string;

  @Column({ type: 'text', default: () => "''::text" })
  nextSteps!: string;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  readings!: unknown;

  @Column({ type: 'uuid', nullable: true })
  filedBy!: string | null;

  @Column({ type: 'timestamptz' })
  filedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  signedBy!: string | null;
}

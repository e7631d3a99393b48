import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 送审的填报: what a liaison has sent to the unit's head; it is a report once it is signed. */
@Entity({ name: 'parked_report' })
export class ParkedReportEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  sittingId!: string;

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

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  evidence!: unknown;

  @Column({ type: 'boolean', default: () => 'false' })
  fromWorkbook!: boolean;

  @Column({ type: 'uuid' })
  sentBy!: string;

  @Column({ type: 'timestamptz' })
  sentAt!: Instant;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Instant | null;

  @Column({ type: 'text', default: () => "''::text" })
  remark!: string;

  @Column({ type: 'uuid', nullable: true })
  reportId!: string | null;

  @Column({ type: 'text' })
  idempotencyKey!: string;
}

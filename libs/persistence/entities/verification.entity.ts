import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 督查核实: a report that is looked at on the spot, and what was found. */
@Entity({ name: 'verification' })
export class VerificationEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid', nullable: true })
  drawId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  reportId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  obligationId!: string | null;

  @Column({ type: 'text', nullable: true })
  period!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  reported!: number | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  orderedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  orderedBy!: string | null;

  @Column({ type: 'timestamptz' })
  dueAt!: Instant;

  @Column({ type: 'text' })
  state!: 'open' | 'found';

  @Column({ type: 'text', nullable: true })
  finding!: 'true' | 'partlyTrue' | 'untrue' | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  found!: number | null;

  @Column({ type: 'text', nullable: true })
  words!: string | null;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  evidence!: unknown;

  @Column({ type: 'timestamptz', nullable: true })
  foundAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  foundBy!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  corrected!: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  correctedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  correctedBy!: string | null;
}

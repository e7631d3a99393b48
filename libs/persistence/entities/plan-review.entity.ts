import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 方案校核: a document between upload and dispatch. */
@Entity({ name: 'plan_review' })
export class PlanReviewEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  documentId!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'uuid', nullable: true })
  amendsPlanId!: string | null;

  @Column({ type: 'text' })
  state!: 'open' | 'dispatched' | 'abandoned';

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'int' })
  factsVersion!: number;

  @Column({ type: 'jsonb' })
  facts!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  actions!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  planCadences!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  headlineTargets!: unknown;

  @Column({ type: 'jsonb', default: () => "'{}'::jsonb" })
  unitNames!: unknown;

  @Column({ type: 'jsonb' })
  extraction!: unknown;

  @Column({ type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  uploadedBy!: string | null;

  @Column({ type: 'timestamptz' })
  uploadedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Instant | null;

  /** Where its tasks follow in batches: how many there are, and how many are there. */
  @Column({ type: 'int', nullable: true })
  dispatchTotal!: number | null;

  @Column({ type: 'int', nullable: true })
  dispatchDone!: number | null;
}

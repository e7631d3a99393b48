import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One thing that was done with a review. Written once, never changed. */
@Entity({ name: 'plan_review_step' })
export class PlanReviewStepEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reviewId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  draftTaskIds!: string[];

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ type: 'text', default: () => "''::text" })
  words!: string;

  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  idempotencyKey!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Instant;
}

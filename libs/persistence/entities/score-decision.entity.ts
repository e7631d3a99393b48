import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A bonus, or the points of an item that a scheme leaves to the assessor; always with a reason. */
@Entity({ name: 'score_decision' })
export class ScoreDecisionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text', nullable: true })
  item!: string | null;

  @Column({ type: 'numeric', precision: 6, scale: 2 })
  points!: number;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  evidence!: unknown;

  @Column({ type: 'timestamptz' })
  decidedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  takenBackAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  takenBackBy!: string | null;

  @Column({ type: 'text', nullable: true })
  takenBackReason!: string | null;
}

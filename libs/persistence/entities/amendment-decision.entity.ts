import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What a person said of one difference between a running plan and its revised text. */
@Entity({ name: 'amendment_decision' })
export class AmendmentDecisionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reviewId!: string;

  @PrimaryColumn({ type: 'text' })
  itemKey!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text' })
  decision!: 'approved' | 'rejected';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz' })
  decidedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;
}

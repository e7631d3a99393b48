import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A task of a revised text and a running one that a person put together. */
@Entity({ name: 'amendment_pair' })
export class AmendmentPairEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  reviewId!: string;

  @PrimaryColumn({ type: 'uuid' })
  draftTaskId!: string;

  @Column({ type: 'uuid', nullable: true })
  taskId!: string | null;

  @Column({ type: 'timestamptz' })
  saidAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  saidBy!: string | null;
}

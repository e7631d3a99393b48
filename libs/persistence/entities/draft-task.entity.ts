import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A task as it was read and corrected, not yet one of the record. */
@Entity({ name: 'draft_task' })
export class DraftTaskEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reviewId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  state!: 'proposed' | 'confirmed' | 'dropped';

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  origin!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  corrected!: unknown;

  @Column({ type: 'text', nullable: true })
  dropReason!: string | null;

  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  changedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 产品: a bulletin, a review, a letter … of one scope and period, from its draft to its withdrawal. */
@Entity({ name: 'product' })
export class ProductEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  scopeKind!: 'plan' | 'action' | 'unit' | 'task' | 'meeting';

  @Column({ type: 'uuid' })
  scopeId!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  edition!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: 'draft' | 'reviewed' | 'issued' | 'withdrawn' | 'abandoned';

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'jsonb' })
  document!: unknown;

  @Column({ type: 'jsonb' })
  figures!: unknown;

  @Column({ type: 'timestamptz' })
  figuresAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  dueAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  obligationId!: string | null;

  @Column({ type: 'timestamptz' })
  producedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  producedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  reviewedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  reviewedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  issuedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  issuedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** 考核: a preview of a period’s scores, objections against it, the final result. */
@Entity({ name: 'assessment' })
export class AssessmentEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  edition!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: 'preview' | 'final' | 'withdrawn';

  @Column({ type: 'date' })
  fromOn!: CivilDate;

  @Column({ type: 'date' })
  toOn!: CivilDate;

  @Column({ type: 'timestamptz' })
  asOf!: Instant;

  @Column({ type: 'text' })
  schemeId!: string;

  @Column({ type: 'integer' })
  schemeVersion!: number;

  @Column({ type: 'text' })
  previewHash!: string;

  @Column({ type: 'timestamptz' })
  openedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  openedBy!: string | null;

  @Column({ type: 'timestamptz' })
  objectionsUntil!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  finalisedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  finalisedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  finalHash!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What a unit says against a line of its own result, and what was decided. */
@Entity({ name: 'assessment_objection' })
export class AssessmentObjectionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  assessmentId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  line!: string;

  @Column({ type: 'jsonb', nullable: true })
  ground!: unknown;

  @Column({ type: 'text' })
  statement!: string;

  @Column({ type: 'jsonb' })
  evidence!: unknown;

  @Column({ type: 'timestamptz' })
  filedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  filedBy!: string | null;

  @Column({ type: 'text' })
  state!: 'open' | 'upheld' | 'rejected';

  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true })
  adjustment!: number | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;
}

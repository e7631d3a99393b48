import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One unit’s result in an assessment, line by line. */
@Entity({ name: 'assessment_score' })
export class AssessmentScoreEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  assessmentId!: string;

  @PrimaryColumn({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  groupId!: string | null;

  @Column({ type: 'text' })
  groupLabel!: string;

  @Column({ type: 'boolean' })
  own!: boolean;

  @Column({ type: 'boolean' })
  ranked!: boolean;

  @Column({ type: 'jsonb' })
  lines!: unknown;

  @Column({ type: 'numeric', precision: 8, scale: 2 })
  previewTotal!: number;

  @Column({ type: 'integer', nullable: true })
  previewRank!: number | null;

  @Column({ type: 'numeric', precision: 8, scale: 2 })
  total!: number;

  @Column({ type: 'integer', nullable: true })
  rank!: number | null;
}

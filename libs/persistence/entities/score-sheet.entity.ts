import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** Scores as they were kept, with the scheme's version and the day that are frozen with them. */
@Entity({ name: 'score_sheet' })
export class ScoreSheetEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'text' })
  schemeId!: string;

  @Column({ type: 'int' })
  schemeVersion!: number;

  @Column({ type: 'date' })
  fromOn!: CivilDate;

  @Column({ type: 'date' })
  toOn!: CivilDate;

  @Column({ type: 'timestamptz' })
  asOf!: Instant;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  keptAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  keptBy!: string | null;
}

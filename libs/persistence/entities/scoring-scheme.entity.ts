import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A version of a scoring scheme; what was scored by it can be reckoned again. */
@Entity({ name: 'scoring_scheme' })
export class ScoringSchemeEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  schemeId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;
}

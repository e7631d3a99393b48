import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** That a rung of a ladder was climbed: the row can be inserted once. */
@Entity({ name: 'rung_claim' })
export class RungClaimEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  subjectKind!: string;

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  @PrimaryColumn({ type: 'int' })
  generation!: number;

  @PrimaryColumn({ type: 'text' })
  rung!: string;

  @Column({ type: 'timestamptz' })
  claimedAt!: Instant;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 抽查: one draw of reports for verification; it goes forward only. */
@Entity({ name: 'verification_draw' })
export class VerificationDrawEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  state!: 'committed' | 'frozen' | 'drawn' | 'abandoned';

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'int' })
  policyVersion!: number;

  @Column({ type: 'jsonb' })
  rules!: unknown;

  @Column({ type: 'int' })
  count!: number;

  @Column({ type: 'text' })
  commitment!: string;

  @Column({ type: 'text' })
  secret!: string;

  @Column({ type: 'timestamptz' })
  committedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  committedBy!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  population!: unknown;

  @Column({ type: 'text', nullable: true })
  populationHash!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  frozenAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  frozenBy!: string | null;

  @Column({ type: 'text', nullable: true })
  randomness!: string | null;

  @Column({ type: 'text', nullable: true })
  randomnessSource!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  randomnessAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  randomnessBy!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  record!: unknown;

  @Column({ type: 'text', nullable: true })
  recordHash!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  drawnAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  drawnBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  abandonedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  abandonedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  abandonReason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** A ladder that stands still by order: who, why, from when, until when at the latest. */
@Entity({ name: 'ladder_pause' })
export class LadderPauseEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  ladder!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'jsonb' })
  covers!: unknown;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  pausedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  pausedBy!: string | null;

  @Column({ type: 'date' })
  until!: CivilDate;

  @Column({ type: 'timestamptz', nullable: true })
  resumedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  resumedBy!: string | null;

  @Column({ type: 'boolean', default: () => 'false' })
  followed!: boolean;
}

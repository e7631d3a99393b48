import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 第二重验证: what the codes of a person's app are made from. */
@Entity({ name: 'second_factor' })
export class SecondFactorEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  /** Sealed with the key of the installation. */
  @Column({ type: 'text' })
  secretSealed!: string;

  @Column({ type: 'timestamptz' })
  begunAt!: Instant;

  /** Null: begun, not yet in force. */
  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Instant | null;

  /** The step (30 seconds each since 1970) of the last code taken; none is taken twice. */
  @Column({ type: 'bigint', nullable: true })
  lastStep!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** How one attempt to send a letter ended. */
@Entity({ name: 'letter_attempt' })
export class LetterAttemptEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  letterId!: string;

  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'timestamptz' })
  begunAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  outcome!: 'sent' | 'failedForNow' | 'failedForGood' | 'unknown' | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}

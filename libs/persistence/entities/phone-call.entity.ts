import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** An officer rang somebody up whom no channel reached. */
@Entity({ name: 'phone_call' })
export class PhoneCallEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  messageId!: string;

  @Column({ type: 'timestamptz' })
  calledAt!: Instant;

  @Column({ type: 'uuid' })
  calledBy!: string;

  @Column({ type: 'text' })
  reached!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text', default: () => "'reached'::text" })
  outcome!: 'reached' | 'leftWord' | 'noAnswer' | 'wrongNumber';

  @Column({ type: 'timestamptz', nullable: true })
  recordedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One send to one contact, of everything that was due for it then. */
@Entity({ name: 'letter' })
export class LetterEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Null: a letter of trial to `address`, which is nobody's contact. */
  @Column({ type: 'uuid', nullable: true })
  contactId!: string | null;

  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  state!: 'pending' | 'sending' | 'sent' | 'delivered' | 'read' | 'failedForNow' | 'failedForGood';

  @Column({ type: 'int', default: () => '0' })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  notBefore!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil!: Instant | null;

  @Column({ type: 'boolean', default: () => 'false' })
  again!: boolean;

  @Column({ type: 'text', nullable: true })
  failureCode!: string | null;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  @Column({ type: 'text', nullable: true })
  linkHash!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  linkExpiresAt!: Instant | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Instant | null;

  @Column({ type: 'text', default: () => "'messages'::text" })
  purpose!: 'messages' | 'code' | 'trial';

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt!: Instant | null;
}

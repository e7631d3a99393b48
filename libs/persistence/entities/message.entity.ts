import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 消息: the outbox, and with channel inbox the inbox. */
@Entity({ name: 'message' })
export class MessageEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  channel!: 'inbox';

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  subjectKind!: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  noticeId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  state!: 'pending' | 'sending' | 'delivered' | 'read' | 'failed';

  @Column({ type: 'timestamptz' })
  deliverAt!: Instant;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  readAt!: Instant | null;

  @Column({ type: 'int', default: () => '0' })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ type: 'text' })
  idempotencyKey!: string;

  /** Whether it has been looked at for contacts outside the inbox. */
  @Column({ type: 'boolean', default: () => 'false' })
  sharedOut!: boolean;
}

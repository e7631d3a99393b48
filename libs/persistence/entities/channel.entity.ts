import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 渠道: a way out of the house. */
@Entity({ name: 'channel' })
export class ChannelEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: 'mail' | 'wecom' | 'dingtalk' | 'feishu' | 'webhook' | 'sms';

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  settings!: Record<string, unknown>;

  @Column({ type: 'text', nullable: true })
  sealedSecret!: string | null;

  @Column({ type: 'text' })
  state!: 'on' | 'paused';

  @Column({ type: 'text', nullable: true })
  pausedReason!: string | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  pausedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  receiptHash!: string | null;
}

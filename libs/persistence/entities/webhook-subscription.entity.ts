import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** Another system that is told of events, and where. */
@Entity({ name: 'webhook_subscription' })
export class WebhookSubscriptionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'jsonb' })
  eventTypes!: string[];

  @Column({ type: 'text', nullable: true })
  sealedSecret!: string | null;

  @Column({ type: 'text', nullable: true })
  formerSealedSecret!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  formerUntil!: Instant | null;

  @Column({ type: 'text', nullable: true })
  keyHash!: string | null;

  @Column({ type: 'text', nullable: true })
  formerKeyHash!: string | null;

  @Column({ type: 'text' })
  state!: 'on' | 'paused' | 'removed';

  @Column({ type: 'text', nullable: true })
  pausedCode!: string | null;

  @Column({ type: 'text', nullable: true })
  pausedReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt!: Instant | null;

  @Column({ type: 'bigint' })
  position!: number;

  @Column({ type: 'int', default: () => '0' })
  failures!: number;

  @Column({ type: 'timestamptz', nullable: true })
  failingSince!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  notBefore!: Instant | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;
}

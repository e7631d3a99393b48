import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One event on its way to one other system. */
@Entity({ name: 'webhook_delivery' })
export class WebhookDeliveryEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  subscriptionId!: string;

  @Column({ type: 'bigint', nullable: true })
  position!: number | null;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  eventId!: string;

  @Column({ type: 'text', nullable: true })
  document!: string | null;

  @Column({ type: 'text' })
  state!: 'pending' | 'sending' | 'delivered' | 'failedForNow' | 'dead' | 'leftOut';

  @Column({ type: 'int', default: () => '0' })
  attempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  notBefore!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  firstAttemptAt!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastAttemptAt!: Instant | null;

  @Column({ type: 'int', nullable: true })
  status!: number | null;

  @Column({ type: 'text', nullable: true })
  failureCode!: string | null;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ type: 'boolean', default: () => 'false' })
  again!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt!: Instant | null;
}

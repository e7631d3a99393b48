import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A message on its way to one contact. */
@Entity({ name: 'parcel' })
export class ParcelEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @PrimaryColumn({ type: 'uuid' })
  contactId!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  heldFor!: 'quietHours' | 'order' | 'throttle' | null;
}

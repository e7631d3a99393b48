import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 联系方式: an address of a person, or of a unit's group, on a channel. */
@Entity({ name: 'contact' })
export class ContactEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', default: () => "''::text" })
  address!: string;

  @Column({ type: 'text' })
  wants!: 'everything' | 'notices';

  @Column({ type: 'boolean', default: () => 'false' })
  anyHour!: boolean;

  @Column({ type: 'text' })
  state!: 'inUse' | 'refused' | 'takenBack';

  @Column({ type: 'text', nullable: true })
  refusedReason!: string | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;
}

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
  state!: 'unproven' | 'inUse' | 'refused' | 'takenBack';

  @Column({ type: 'text', nullable: true })
  refusedReason!: string | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'text', default: () => "'directory'::text" })
  keptBy!: 'directory' | 'self';

  @Column({ type: 'int', default: () => '0' })
  place!: number;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  unwanted!: string[];

  @Column({ type: 'text', nullable: true })
  codeHash!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  codeExpiresAt!: Instant | null;

  @Column({ type: 'int', default: () => '0' })
  codeTries!: number;

  @Column({ type: 'int', default: () => '0' })
  codesSent!: number;

  @Column({ type: 'timestamptz', nullable: true })
  codesSince!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  provenAt!: Instant | null;
}

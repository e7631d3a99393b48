import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** 代办: roles of one that another exercises for some days. */
@Entity({ name: 'delegation' })
export class DelegationEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  delegatorId!: string;

  @Column({ type: 'uuid' })
  delegateId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'date' })
  fromDate!: CivilDate;

  @Column({ type: 'date' })
  toDate!: CivilDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  grantedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  endedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  endedReason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** 填报批次: the package in which a unit files all that it owes for a period. */
@Entity({ name: 'sitting' })
export class SittingEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reportingLineId!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'date' })
  periodStart!: CivilDate;

  @Column({ type: 'date' })
  periodEnd!: CivilDate;

  @Column({ type: 'timestamptz' })
  opensAt!: Instant;

  @Column({ type: 'timestamptz' })
  dueAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  filedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  filedBy!: string | null;

  @Column({ type: 'text', default: () => "'taskReport'::text" })
  duty!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One unit, one plan, one duty, one rhythm: the subject that the reporting ladder belongs to. */
@Entity({ name: 'reporting_line' })
export class ReportingLineEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  cadence!: 'week' | 'ten-day' | 'month' | 'quarter' | 'half-year' | 'year';

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'int', default: () => '0' })
  rung!: number;

  @Column({ type: 'text', nullable: true })
  colour!: string | null;

  @Column({ type: 'int' })
  machineVersion!: number;

  @Column({ type: 'int' })
  policyVersion!: number;

  @Column({ type: 'int' })
  calendarVersion!: number;

  @Column({ type: 'jsonb' })
  snapshot!: unknown;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  headHash!: string;

  @Column({ type: 'text', default: () => "'taskReport'::text" })
  duty!: string;

  /** Whether the unit has earned a card on it; the database reads it off the snapshot. */
  @Column({ type: 'boolean', nullable: true, insert: false, update: false })
  hasCards!: boolean | null;
}

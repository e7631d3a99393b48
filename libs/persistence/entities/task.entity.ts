import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '#calendar';

/** 任务: carries its statechart as a snapshot. */
@Entity({ name: 'task' })
export class TaskEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  actionId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  section!: string | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'boolean', default: () => 'false' })
  titleIsLabel!: boolean;

  @Column({ type: 'jsonb' })
  place!: unknown;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'date', nullable: true })
  startOn!: CivilDate | null;

  @Column({ type: 'date' })
  deadlineOn!: CivilDate;

  @Column({ type: 'date' })
  originalDeadlineOn!: CivilDate;

  @Column({ type: 'boolean' })
  deadlineInferred!: boolean;

  @Column({ type: 'boolean', default: () => 'false' })
  ongoing!: boolean;

  @Column({ type: 'boolean', default: () => 'false' })
  needsAssignment!: boolean;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  cadences!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  cadenceReplacements!: unknown;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', default: () => "'onTrack'::text" })
  schedule!: 'onTrack' | 'behind' | 'seriouslyBehind';

  @Column({ type: 'numeric', precision: 5, scale: 2, default: () => '0' })
  progress!: number;

  @Column({ type: 'numeric', precision: 5, scale: 2, default: () => '0' })
  expected!: number;

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

  @Column({ type: 'text', default: () => "'none'::text" })
  supervision!: string;

  @Column({ type: 'jsonb', default: () => `'{"kind": "plan"}'::jsonb` })
  origin!: unknown;

  /** Units that have a part in it without being printed in the plan; the database reads them off the snapshot. */
  @Column({ type: 'jsonb', nullable: true, insert: false, update: false })
  concerned!: string[] | null;

  /** Whether anybody has earned a card on it; the database reads it off the snapshot. */
  @Column({ type: 'boolean', nullable: true, insert: false, update: false })
  hasCards!: boolean | null;

  /** What its standing of any day follows from; the database reads it off the snapshot. */
  @Column({ type: 'jsonb', nullable: true, insert: false, update: false })
  outlook!: unknown;

  /** By lead unit, of what period its last report was and when it came. */
  @Column({ type: 'jsonb', default: () => "'{}'::jsonb" })
  lastReports!: unknown;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 时限: a budget, its suspensions and the instant projected from them. */
@Entity({ name: 'deadline' })
export class DeadlineEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  subjectKind!: 'task' | 'obligation' | 'reportingLine';

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'int' })
  generation!: number;

  @Column({ type: 'jsonb', default: () => "'{}'::jsonb" })
  detail!: unknown;

  @Column({ type: 'jsonb' })
  budget!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  suspensions!: unknown;

  @Column({ type: 'timestamptz', nullable: true })
  projectedAt!: Instant | null;

  @Column({ type: 'int' })
  calendarVersion!: number;

  @Column({ type: 'text' })
  state!: 'armed' | 'reached' | 'disarmed';

  @Column({ type: 'timestamptz' })
  armedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Instant | null;
}

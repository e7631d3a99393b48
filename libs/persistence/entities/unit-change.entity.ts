import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What was changed in the unit directory, by whom: a unit registered, the members of a group set. */
@Entity({ name: 'unit_change' })
export class UnitChangeEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  kind!: 'registered' | 'membersSet';

  @Column({ type: 'jsonb' })
  before!: unknown;

  @Column({ type: 'jsonb' })
  after!: unknown;

  @Column({ type: 'text', default: () => "''::text" })
  reason!: string;

  @Column({ type: 'timestamptz' })
  changedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** From a day on, one unit answers for what another did. */
@Entity({ name: 'unit_succession' })
export class UnitSuccessionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  predecessorId!: string;

  @Column({ type: 'uuid' })
  successorId!: string;

  @Column({ type: 'text' })
  kind!: 'rename' | 'merge' | 'split';

  @Column({ type: 'date' })
  fromDate!: CivilDate;

  @Column({ type: 'text', default: () => "''::text" })
  reason!: string;

  @Column({ type: 'timestamptz' })
  recordedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  takenBackAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  takenBackBy!: string | null;
}

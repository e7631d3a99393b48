import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** How far work on many subjects is: the last run of its kind. */
@Entity({ name: 'bulk_run' })
export class BulkRunEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  work!: 'clocks' | 'calendar' | 'policy' | 'dispatch';

  @Column({ type: 'int' })
  total!: number;

  @Column({ type: 'int', default: () => '0' })
  done!: number;

  @Column({ type: 'timestamptz' })
  startedAt!: Instant;

  @Column({ type: 'timestamptz' })
  movedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Instant | null;
}

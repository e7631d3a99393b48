import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What the clock of a running process showed, and the database's at the same moment. */
@Entity({ name: 'process_clock' })
export class ProcessClockEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  host!: string;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'timestamptz' })
  startedAt!: Instant;

  @Column({ type: 'timestamptz' })
  shownAt!: Instant;

  @Column({ type: 'timestamptz' })
  seenAt!: Instant;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A demanded message, watched until its addressee is known to have it; if not, they are called. */
@Entity({ name: 'reach_watch' })
export class ReachWatchEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  messageId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Instant;

  @Column({ type: 'text' })
  state!: 'watched' | 'toCall' | 'over';

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  openedAt!: Instant | null;

  @Column({ type: 'int', default: () => '0' })
  callsInVain!: number;

  @Column({ type: 'timestamptz', nullable: true })
  raisedAt!: Instant | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** How far the trail of a jurisdiction has been given positions. */
@Entity({ name: 'event_stream' })
export class EventStreamEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @Column({ type: 'bigint' })
  lastPosition!: number;

  @Column({ type: 'bigint' })
  horizon!: number;

  @Column({ type: 'text' })
  cluster!: string;

  @Column({ type: 'timestamptz', nullable: true })
  earlierFrom!: Instant | null;

  @Column({ type: 'bigint' })
  earlierBelow!: number;
}

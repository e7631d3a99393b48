import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** When the sweeper last went over the jurisdiction. */
@Entity({ name: 'heartbeat' })
export class HeartbeatEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'timestamptz' })
  beatAt!: Instant;
}

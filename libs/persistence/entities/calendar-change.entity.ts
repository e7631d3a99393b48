import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A new version of a calendar coming into force: why, by whom, and whether every open deadline has followed. */
@Entity({ name: 'calendar_change' })
export class CalendarChangeEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  calendarId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  announcedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  announcedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Instant | null;
}

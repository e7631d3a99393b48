import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One version of a working-day calendar, as it was when deadlines were computed from it. */
@Entity({ name: 'calendar_version' })
export class CalendarVersionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  calendarId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;
}

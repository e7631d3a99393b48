import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What became of a notice, and when. */
@Entity({ name: 'notice_event' })
export class NoticeEventEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  noticeId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  type!: 'ISSUED' | 'ACKNOWLEDGED' | 'RESCINDED';

  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Instant;

  @Column({ type: 'bigint', nullable: true, default: () => '((pg_current_xact_id())::text)::bigint' })
  recordedXid!: number | null;
}

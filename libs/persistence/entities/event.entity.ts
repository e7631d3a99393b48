import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 留痕: one line of the trail. Written once, never changed; ids of people, never names. */
@Entity({ name: 'event' })
export class EventEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  subjectKind!: 'task' | 'obligation' | 'reportingLine';

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  payload!: unknown;

  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  idempotencyKey!: string;

  @Column({ type: 'text' })
  prevHash!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Instant;

  /** In which transaction; null: before this was kept. */
  @Column({ type: 'bigint', nullable: true, default: () => '((pg_current_xact_id())::text)::bigint' })
  recordedXid!: number | null;
}

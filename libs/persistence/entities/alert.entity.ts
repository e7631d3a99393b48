import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 提醒事项: what the supervision office has to look at. */
@Entity({ name: 'alert' })
export class AlertEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', nullable: true })
  subjectKind!: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  noticeId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  detail!: string;

  @Column({ type: 'text' })
  state!: 'open' | 'settled';

  @Column({ type: 'timestamptz' })
  raisedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Instant | null;

  @Column({ type: 'text' })
  idempotencyKey!: string;
}

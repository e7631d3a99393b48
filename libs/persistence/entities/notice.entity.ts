import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 督办文书: drafted by the engine, issued by a person or as the policy says. */
@Entity({ name: 'notice' })
export class NoticeEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: 'reminderLetter' | 'supervisionNotice' | 'circular' | 'interviewNotice';

  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'int' })
  generation!: number;

  @Column({ type: 'text' })
  rung!: string;

  @Column({ type: 'text', nullable: true })
  colour!: string | null;

  @Column({ type: 'text' })
  state!: 'drafted' | 'issued' | 'cancelled';

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'jsonb' })
  facts!: unknown;

  @Column({ type: 'timestamptz' })
  draftedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  issuedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  issuedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  acknowledgedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  rescindedAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** An event at its position of the stream, in the words that everybody gets. */
@Entity({ name: 'outgoing_event' })
export class OutgoingEventEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'bigint' })
  position!: number;

  @Column({ type: 'text' })
  subjectKind!: 'task' | 'obligation' | 'notice';

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'uuid', array: true })
  unitIds!: string[];

  @Column({ type: 'text' })
  document!: string;
}

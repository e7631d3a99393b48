import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** An open deadline that a new calendar moved. */
@Entity({ name: 'deadline_move' })
export class DeadlineMoveEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  deadlineId!: string;

  @PrimaryColumn({ type: 'int' })
  calendarVersion!: number;

  @Column({ type: 'timestamptz' })
  projectedBefore!: Instant;

  @Column({ type: 'timestamptz' })
  projectedAfter!: Instant;

  @Column({ type: 'timestamptz' })
  movedAt!: Instant;
}

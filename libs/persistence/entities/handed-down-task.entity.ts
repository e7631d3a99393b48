import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';
import type { CascadeIndicator, HandDownState, ReleasedFacts } from '../stores/cascade.types.js';

/** 上级交办: what a jurisdiction above hands down, as the one that it is handed to has it. */
@Entity({ name: 'handed_down_task' })
export class HandedDownTaskEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  upperId!: string;

  @Column({ type: 'text' })
  upperName!: string;

  @Column({ type: 'text' })
  upperTaskCode!: string;

  @Column({ type: 'text' })
  upperPlanTitle!: string;

  @Column({ type: 'text' })
  offeredBy!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  requirement!: string;

  @Column({ type: 'date' })
  deadlineOn!: CivilDate;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  indicators!: CascadeIndicator[];

  @Column({ type: 'text' })
  state!: HandDownState;

  @Column({ type: 'int', default: () => '1' })
  version!: number;

  @Column({ type: 'timestamptz' })
  offeredAt!: Instant;

  @Column({ type: 'timestamptz' })
  receivedAt!: Instant;

  @Column({ type: 'text', nullable: true })
  question!: string | null;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'uuid', nullable: true })
  taskId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  decidedKey!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  told!: ReleasedFacts | null;
}

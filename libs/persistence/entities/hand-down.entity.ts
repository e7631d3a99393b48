import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';
import type { AdoptedAs, CascadeIndicator, HandDownState, ReleasedFacts } from '../stores/cascade.types.js';

/** 交办下级: a task handed down to a jurisdiction below, as the one that hands down has it. */
@Entity({ name: 'hand_down' })
export class HandDownEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'text' })
  lowerId!: string;

  @Column({ type: 'text' })
  lowerName!: string;

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

  @Column({ type: 'uuid' })
  offeredBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  question!: string | null;

  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  adopted!: AdoptedAs | null;

  @Column({ type: 'timestamptz', nullable: true })
  adoptedAt!: Instant | null;

  @Column({ type: 'jsonb', nullable: true })
  progress!: ReleasedFacts | null;

  @Column({ type: 'timestamptz', nullable: true })
  progressAt!: Instant | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 应报事项: one report on one task for one period. */
@Entity({ name: 'obligation' })
export class ObligationEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  kind!: 'taskReport';

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'timestamptz' })
  dueAt!: Instant;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'int' })
  machineVersion!: number;

  @Column({ type: 'int' })
  policyVersion!: number;

  @Column({ type: 'int' })
  calendarVersion!: number;

  @Column({ type: 'jsonb' })
  snapshot!: unknown;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  headHash!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 应报事项: a report on a task, or another duty, for one period; what was asked for once stands in no sitting. */
@Entity({ name: 'obligation' })
export class ObligationEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  sittingId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  taskId!: string | null;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  kind!:
    'taskReport' | 'ledger' | 'meeting' | 'bulletin' | 'review' | 'assessment' | 'part' | 'requestedReport';

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

  @Column({ type: 'text', default: () => "'taskReport'::text" })
  duty!: string;

  @Column({ type: 'uuid', nullable: true })
  actionId!: string | null;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid', nullable: true })
  askedByUnitId!: string | null;
}

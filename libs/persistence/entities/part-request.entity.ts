import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What a lead unit asks a supporting unit for: a part of its report. */
@Entity({ name: 'part_request' })
export class PartRequestEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid' })
  askedByUnitId!: string;

  @Column({ type: 'text' })
  cadence!: 'week' | 'ten-day' | 'month' | 'quarter' | 'half-year' | 'year';

  @Column({ type: 'boolean', default: () => 'false' })
  once!: boolean;

  @Column({ type: 'text', default: () => "''::text" })
  words!: string;

  @Column({ type: 'timestamptz' })
  askedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  askedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  withdrawnBy!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What was filed for a duty: a meeting, a ledger, a bulletin, a review, an assessment, a part. */
@Entity({ name: 'duty_record' })
export class DutyRecordEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  obligationId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid', nullable: true })
  askedByUnitId!: string | null;

  @Column({ type: 'text' })
  kind!: 'ledger' | 'meeting' | 'bulletin' | 'review' | 'assessment' | 'part' | 'requestedReport';

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'uuid', nullable: true })
  filedBy!: string | null;

  @Column({ type: 'timestamptz' })
  filedAt!: Instant;
}

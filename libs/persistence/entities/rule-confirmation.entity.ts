import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A rule was put in force although a warning stood against it: which, by whom, why. */
@Entity({ name: 'rule_confirmation' })
export class RuleConfirmationEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  ruleId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  warnings!: unknown;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  confirmedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  confirmedBy!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One version of the rules (ladders, time limits), as it was when something was decided under it. */
@Entity({ name: 'policy_version' })
export class PolicyVersionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  policyId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  /** Why it was put in force. */
  @Column({ type: 'text', default: () => "''::text" })
  reason!: string;

  @Column({ type: 'uuid', nullable: true })
  adoptedBy!: string | null;
}

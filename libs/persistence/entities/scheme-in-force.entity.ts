import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** From when on a scheme scores a plan, or all that have none of their own. */
@Entity({ name: 'scheme_in_force' })
export class SchemeInForceEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  planId!: string | null;

  @Column({ type: 'text' })
  schemeId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'timestamptz' })
  since!: Instant;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'uuid', nullable: true })
  putBy!: string | null;
}

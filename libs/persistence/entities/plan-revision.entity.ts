import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate, Instant } from '#calendar';

/** A text of a plan that is or was in force. */
@Entity({ name: 'plan_revision' })
export class PlanRevisionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  planId!: string;

  @PrimaryColumn({ type: 'int' })
  number!: number;

  @Column({ type: 'uuid', nullable: true })
  reviewId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  documentId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  issuedBy!: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: CivilDate | null;

  @Column({ type: 'text', nullable: true })
  sourceHash!: string | null;

  @Column({ type: 'text', nullable: true })
  sourceText!: string | null;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  places!: unknown[];

  @Column({ type: 'timestamptz', nullable: true })
  inForceAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  putInForceBy!: string | null;
}

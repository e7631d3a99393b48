import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '#calendar';

/** 方案: the document, with its text once it is attached. */
@Entity({ name: 'plan' })
export class PlanEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  issuedBy!: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: CivilDate | null;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'text', nullable: true })
  sourceHash!: string | null;

  @Column({ type: 'text', nullable: true })
  sourceText!: string | null;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  cadences!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  headlineTargets!: unknown;

  @Column({ type: 'int' })
  policyVersion!: number;
}

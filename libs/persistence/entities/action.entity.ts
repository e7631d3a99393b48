import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 行动: a chapter of the plan with its task force. */
@Entity({ name: 'action' })
export class ActionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  planId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  goals!: unknown;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  cadences!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  taskForce!: unknown;

  @Column({ type: 'uuid', nullable: true })
  officeUnitId!: string | null;
}

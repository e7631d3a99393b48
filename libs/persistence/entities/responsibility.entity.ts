import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 职责: who leads a task and who supports it, as printed. */
@Entity({ name: 'responsibility' })
export class ResponsibilityEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  taskId!: string;

  @PrimaryColumn({ type: 'uuid' })
  unitId!: string;

  @PrimaryColumn({ type: 'text', default: () => "''::text" })
  desk!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: 'lead' | 'support';

  @Column({ type: 'text' })
  printedName!: string;

  @Column({ type: 'int' })
  position!: number;
}

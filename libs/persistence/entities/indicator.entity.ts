import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 指标: a figure that a task has to reach. */
@Entity({ name: 'indicator' })
export class IndicatorEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  taskId!: string;

  @PrimaryColumn({ type: 'int' })
  position!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  comparator!: string;

  @Column({ type: 'numeric' })
  value!: number;

  @Column({ type: 'numeric', nullable: true })
  upper!: number | null;

  @Column({ type: 'text', default: () => "''::text" })
  unit!: string;

  @Column({ type: 'text', nullable: true })
  per!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of one chain, as it was sealed. Never changed. */
@Entity({ name: 'seal_leaf' })
export class SealLeafEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  subjectKind!: 'task' | 'obligation' | 'reportingLine' | 'actor';

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  /** Of the last event then. */
  @PrimaryColumn({ type: 'int' })
  seq!: number;

  /** Of that event. */
  @Column({ type: 'text' })
  hash!: string;

  /** Of the seal. */
  @Column({ type: 'int' })
  number!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A draft that could not be written: how often, and when it is tried again. */
@Entity({ name: 'unwritten_product' })
export class UnwrittenProductEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  scopeKind!: string;

  @PrimaryColumn({ type: 'uuid' })
  scopeId!: string;

  @PrimaryColumn({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  failures!: number;

  @Column({ type: 'timestamptz' })
  failedAt!: string;

  @Column({ type: 'timestamptz' })
  retryAt!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  reason!: string;
}

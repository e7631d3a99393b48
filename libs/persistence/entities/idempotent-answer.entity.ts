import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** The answer once given under an Idempotency-Key, to be given again. */
@Entity({ name: 'idempotent_answer' })
export class IdempotentAnswerEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  requestHash!: string;

  @Column({ type: 'int' })
  status!: number;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';
import type { CascadeKind } from '../stores/cascade.types.js';

/** What one jurisdiction says to another about a task that is handed down; each side keeps its own copy. */
@Entity({ name: 'cascade_message' })
export class CascadeMessageEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  handDownId!: string;

  @PrimaryColumn({ type: 'text' })
  direction!: 'out' | 'in';

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  otherId!: string;

  @Column({ type: 'text' })
  kind!: CascadeKind;

  @Column({ type: 'jsonb' })
  body!: Record<string, unknown>;

  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'text' })
  state!: 'pending' | 'delivered' | 'stopped' | 'received';

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Instant | null;
}

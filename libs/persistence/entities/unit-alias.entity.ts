import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A name that a person said belongs to a unit, until it is taken back. */
@Entity({ name: 'unit_alias' })
export class UnitAliasEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  normalForm!: string;

  @Column({ type: 'text' })
  printed!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  desks!: string[];

  @Column({ type: 'text' })
  learnedFrom!: string;

  @Column({ type: 'timestamptz' })
  learnedAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  learnedBy!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  takenBackAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  takenBackBy!: string | null;
}

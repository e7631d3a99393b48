import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 佐证材料: a file that was handed in for a task. Its bytes lie under `sha256` in the store of files. */
@Entity({ name: 'evidence' })
export class EvidenceEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  taskId!: string;

  @Column({ type: 'uuid', nullable: true })
  obligationId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'boolean' })
  scanned!: boolean;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'timestamptz' })
  addedAt!: Instant;

  @Column({ type: 'uuid' })
  addedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  erasureAskedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  erasureAskedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  erasureReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  erasedBy!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A file as it was uploaded, and its text as it was read. */
@Entity({ name: 'plan_document' })
export class PlanDocumentEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  fileName!: string;

  @Column({ type: 'int' })
  size!: number;

  @Column({ type: 'bytea' })
  bytes!: Uint8Array;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  tables!: unknown;

  @Column({ type: 'uuid', nullable: true })
  uploadedBy!: string | null;

  @Column({ type: 'timestamptz' })
  uploadedAt!: Instant;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 封存: the ends of the chains that had grown, under one signed root. Never changed. */
@Entity({ name: 'seal' })
export class SealEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  /** From 1, with no gap. */
  @PrimaryColumn({ type: 'int' })
  number!: number;

  /** By the wall's clock. */
  @Column({ type: 'timestamptz' })
  sealedAt!: Instant;

  @Column({ type: 'text' })
  previousHash!: string;

  /** RFC 6962, over the leaves of this seal. */
  @Column({ type: 'text' })
  root!: string;

  @Column({ type: 'int' })
  leaves!: number;

  /** Of the statement that was signed. */
  @Column({ type: 'text' })
  hash!: string;

  /** Ed25519, SPKI, base64. */
  @Column({ type: 'text' })
  publicKey!: string;

  @Column({ type: 'text' })
  signature!: string;

  /** RFC 6962, over the hashes of the seals before; null: made before this was said. */
  @Column({ type: 'text', nullable: true })
  history!: string | null;
}

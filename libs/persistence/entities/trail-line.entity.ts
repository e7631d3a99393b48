import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';
import type { TrailKind } from '../trail-hash.js';

/** 留痕: an account change, a configuration change, an export, or a look at personal data. Written once, never changed. */
@Entity({ name: 'trail_line' })
export class TrailLineEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  chainId!: string;

  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ type: 'text' })
  kind!: TrailKind;

  @Column({ type: 'text' })
  action!: string;

  /** By the wall's clock. */
  @Column({ type: 'timestamptz' })
  at!: Instant;

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  onBehalfOf!: string | null;

  @Column({ type: 'text' })
  via!: 'page' | 'token' | 'command' | 'system' | 'open';

  @Column({ type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  tokenId!: string | null;

  /** Of who acts. */
  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', nullable: true })
  targetKind!: string | null;

  @Column({ type: 'text', nullable: true })
  targetId!: string | null;

  /** Whose data it is about. */
  @Column({ type: 'uuid', array: true })
  personIds!: string[];

  @Column({ type: 'jsonb' })
  details!: unknown;

  /** To the row of trail_personal. */
  @Column({ type: 'text', nullable: true })
  commitment!: string | null;

  @Column({ type: 'text' })
  prevHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}

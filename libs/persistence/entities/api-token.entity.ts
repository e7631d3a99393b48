import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 接口令牌: by which another program acts for a person. Kept as its SHA-256. */
@Entity({ name: 'api_token' })
export class ApiTokenEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz' })
  expiresAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  lastUsedFrom!: string | null;

  /** Revoked by its person. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Instant | null;
}

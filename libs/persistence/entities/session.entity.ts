import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 会话: who is signed in. Kept by the SHA-256 of the token, never the token. */
@Entity({ name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  jurisdictionId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  csrfToken!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'timestamptz' })
  lastSeenAt!: Instant;

  @Column({ type: 'timestamptz' })
  expiresAt!: Instant;
}

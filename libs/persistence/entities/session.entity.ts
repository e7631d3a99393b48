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

  /** By which its person can end it; the token's hash is not for showing. */
  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id!: string;

  /** Where it was begun from, and with what, as the request said. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text', nullable: true })
  agent!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What a person signs in with: an argon2id hash and the count of failures. */
@Entity({ name: 'credential' })
export class CredentialEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  passwordHash!: string;

  @Column({ type: 'boolean', default: () => 'false' })
  mustChange!: boolean;

  @Column({ type: 'int', default: () => '0' })
  failedAttempts!: number;

  @Column({ type: 'timestamptz', nullable: true })
  lockedUntil!: Instant | null;

  @Column({ type: 'timestamptz' })
  changedAt!: Instant;
}

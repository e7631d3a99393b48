import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A session that was begun by a provider of sign-in, by the hash of the state that came back, which is taken once. */
@Entity({ name: 'external_sign_in' })
export class ExternalSignInEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  stateHash!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  sessionId!: string;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text', nullable: true })
  sid!: string | null;

  @Column({ type: 'text' })
  idTokenSealed!: string;

  /** The provider asked for one. */
  @Column({ type: 'boolean' })
  secondFactor!: boolean;

  @Column({ type: 'timestamptz' })
  signedInAt!: Instant;
}

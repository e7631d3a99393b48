import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** One administrator asks for a new way in for somebody; another confirms it. */
@Entity({ name: 'access_request' })
export class AccessRequestEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'boolean' })
  password!: boolean;

  @Column({ type: 'boolean' })
  secondFactor!: boolean;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  askedAt!: Instant;

  @Column({ type: 'uuid' })
  askedBy!: string;

  @Column({ type: 'timestamptz' })
  until!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'boolean', nullable: true })
  confirmed!: boolean | null;
}

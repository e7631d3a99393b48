import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** A person of a unit. Everything else knows people by id only. */
@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  username!: string;

  @Column({ type: 'boolean', default: () => 'true' })
  active!: boolean;

  /** Shut by an administrator since then. */
  @Column({ type: 'timestamptz', nullable: true })
  barredAt!: Instant | null;

  /** Counts what administrators did to the account: its ETag. */
  @Column({ type: 'integer', default: () => '0' })
  accessVersion!: number;

  /** Name and user name are no more; the id stays in the trail. */
  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Instant | null;
}

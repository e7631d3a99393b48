import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}

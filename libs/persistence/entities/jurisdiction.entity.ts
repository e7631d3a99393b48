import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 行政区划: the tenant. The id is the GB/T 2260 code. */
@Entity({ name: 'jurisdiction' })
export class JurisdictionEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  level!: 'province' | 'prefecture' | 'county' | 'township';

  @Column({ type: 'text' })
  calendarId!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Instant;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  fullPrefixes!: string[];

  @Column({ type: 'text', default: () => "''::text" })
  shortPrefix!: string;

  /** Another one after every change to units, people and roles. */
  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  directoryMark!: string;
}

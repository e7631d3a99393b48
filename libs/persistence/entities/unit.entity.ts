import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 单位: an organisation, or a group that stands for many. */
@Entity({ name: 'unit' })
export class UnitEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'boolean', default: () => 'false' })
  isGroup!: boolean;

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  aliases!: string[];

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  desks!: string[];

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  members!: string[];

  @Column({ type: 'jsonb', default: () => "'[]'::jsonb" })
  functions!: string[];

  /** 负责人审签: what the liaison files goes out once the unit's head has signed it. */
  @Column({ type: 'boolean', default: () => 'false' })
  signOff!: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  signOffAt!: Instant | null;

  @Column({ type: 'uuid', nullable: true })
  signOffBy!: string | null;
}

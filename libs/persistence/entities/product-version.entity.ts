import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What a draft was at each step, by whom. */
@Entity({ name: 'product_version' })
export class ProductVersionEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  productId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  act!: 'produced' | 'refreshed' | 'edited' | 'reviewed' | 'returned' | 'issued';

  @Column({ type: 'jsonb' })
  document!: unknown;

  @Column({ type: 'jsonb' })
  figures!: unknown;

  @Column({ type: 'timestamptz' })
  madeAt!: Instant;

  @Column({ type: 'uuid', nullable: true })
  madeBy!: string | null;
}

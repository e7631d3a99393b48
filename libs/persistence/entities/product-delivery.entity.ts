import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** To whom a product was delivered, and whether that person has acknowledged it. */
@Entity({ name: 'product_delivery' })
export class ProductDeliveryEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  productId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'uuid' })
  messageId!: string;

  @Column({ type: 'timestamptz' })
  deliveredAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  acknowledgedAt!: Instant | null;
}

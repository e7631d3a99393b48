import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The exact bytes in which a product went out. */
@Entity({ name: 'product_file' })
export class ProductFileEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  productId!: string;

  @PrimaryColumn({ type: 'text' })
  format!: 'docx' | 'pdf' | 'xlsx';

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'bytea' })
  bytes!: Buffer;
}

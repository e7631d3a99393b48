import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** What of an issued publication was released to the public. */
@Entity({ name: 'publication_release' })
export class PublicationReleaseEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  productId!: string;

  @Column({ type: 'text' })
  planCode!: string;

  @Column({ type: 'text' })
  planTitle!: string;

  @Column({ type: 'text' })
  scopeKind!: 'plan' | 'action';

  @Column({ type: 'text', nullable: true })
  scopeCode!: string | null;

  @Column({ type: 'text' })
  scopeName!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'integer' })
  edition!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'jsonb' })
  document!: unknown;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'bytea' })
  bytes!: Buffer;

  @Column({ type: 'timestamptz' })
  releasedAt!: Instant;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  withdrawnReason!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the chain of one who acts, for what is no subject's event. */
@Entity({ name: 'trail_chain' })
export class TrailChainEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  /** Who acts; the account, where nobody is known to act; zeros: the system. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  headHash!: string;
}

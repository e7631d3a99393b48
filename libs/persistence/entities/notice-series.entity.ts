import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a series of notices. */
@Entity({ name: 'notice_series' })
export class NoticeSeriesEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  series!: string;

  @PrimaryColumn({ type: 'int' })
  year!: number;

  @Column({ type: 'int' })
  lastNumber!: number;
}

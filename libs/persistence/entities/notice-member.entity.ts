import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the matters that a notice is about: a rung of a climb. */
@Entity({ name: 'notice_member' })
export class NoticeMemberEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'text' })
  subjectKind!: string;

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  @PrimaryColumn({ type: 'int' })
  generation!: number;

  @PrimaryColumn({ type: 'text' })
  rung!: string;

  @Column({ type: 'uuid' })
  noticeId!: string;

  @Column({ type: 'text' })
  state!: 'standing' | 'cancelled' | 'rescinded';
}

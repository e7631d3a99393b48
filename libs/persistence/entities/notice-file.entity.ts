import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The exact bytes in which a notice went out. */
@Entity({ name: 'notice_file' })
export class NoticeFileEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  noticeId!: string;

  @PrimaryColumn({ type: 'text' })
  format!: 'docx' | 'pdf';

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'bytea' })
  bytes!: Buffer;

  @Column({ type: 'timestamptz' })
  keptAt!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#calendar';

/** 接收设置: how a person wants to be told, within what policy demands. */
@Entity({ name: 'message_choice' })
export class MessageChoiceEntity {
  @PrimaryColumn({ type: 'text' })
  jurisdictionId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'boolean' })
  inOrder!: boolean;

  @Column({ type: 'text', nullable: true })
  hoursFrom!: string | null;

  @Column({ type: 'text', nullable: true })
  hoursTo!: string | null;

  @Column({ type: 'timestamptz' })
  chosenAt!: Instant;
}

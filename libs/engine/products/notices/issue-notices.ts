import type { Actor, Outcome } from '#accountability';
import type { EngineContext } from '../../engine-context.js';
import { issueNotice, type IssuedNotice } from '../../notices.js';

export interface IssueNoticesCommand {
  jurisdictionId: string;
  actor: Actor;
  /** In the order in which they are to be numbered. */
  noticeIds: readonly string[];
  idempotencyKey: string;
}

/**
 * Issues many notices one after the other, each wholly or not at all: number, text, files, what runs from then on. Numbers of a
 * series follow each other in the given order. Called again after a crash it answers what was issued as it is, and goes on.
 */
export async function issueNotices(
  context: EngineContext,
  { jurisdictionId, actor, noticeIds, idempotencyKey }: IssueNoticesCommand,
): Promise<{ noticeId: string; outcome: Outcome<IssuedNotice> }[]> {
  const issued: { noticeId: string; outcome: Outcome<IssuedNotice> }[] = [];
  for (const noticeId of noticeIds) {
    const command = { jurisdictionId, actor, noticeId, idempotencyKey: `${idempotencyKey}/${noticeId}` };
    issued.push({ noticeId, outcome: await issueNotice(context, command) });
  }
  return issued;
}

import type { NoticeKind } from '#accountability';
import { json, type Transaction } from '../transaction.js';

/** A rung of a climb that a notice is about. */
export interface NoticeMember {
  subjectKind: string;
  subjectId: string;
  generation: number;
  rung: string;
}

export interface NoticeWrite {
  id: string;
  kind: NoticeKind;
  subjectKind: string;
  subjectId: string;
  planId: string;
  unitId: string;
  generation: number;
  rung: string;
  colour: string | null;
  state: 'drafted' | 'issued';
  number: string | null;
  title: string;
  body: string;
  facts: unknown;
  draftedAt: string;
  issuedAt: string | null;
  issuedBy: string | null;
  /** All that it is about; the subject of the notice itself is the first. */
  members: NoticeMember[];
}

export interface NoticeRead extends Omit<NoticeWrite, 'state' | 'members'> {
  state: 'drafted' | 'issued' | 'cancelled';
  acknowledgedAt: string | null;
}

/** The next number of a series of a year: taken in the issuing transaction, so the series has no gap. */
export async function takeNoticeNumber(tx: Transaction, series: string, year: number): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    `insert into notice_series (jurisdiction_id, series, year, last_number) values ($1, $2, $3, 1)
     on conflict (jurisdiction_id, series, year) do update set last_number = notice_series.last_number + 1
     returning last_number`,
    [tx.scope.jurisdictionId, series, year],
  );
  if (!row) throw new Error(`no number for series ${series}`);
  return row.last_number;
}

/** What the next number of a series would be now; nothing is taken. */
export async function nextNoticeNumber(tx: Transaction, series: string, year: number): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    'select last_number from notice_series where jurisdiction_id = $1 and series = $2 and year = $3',
    [tx.scope.jurisdictionId, series, year],
  );
  return (row?.last_number ?? 0) + 1;
}

export async function insertNotices(tx: Transaction, rows: readonly NoticeWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into notice (jurisdiction_id, id, kind, subject_kind, subject_id, plan_id, unit_id, generation, rung, colour, state,
       number, title, body, facts, drafted_at, issued_at, issued_by)
     select $2, w.id, w.kind, w."subjectKind", w."subjectId", w."planId", w."unitId", w.generation, w.rung, w.colour, w.state,
       w.number, w.title, w.body, w.facts, w."draftedAt", w."issuedAt", w."issuedBy"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, kind text, "subjectKind" text, "subjectId" uuid, "planId" uuid,
       "unitId" uuid, generation integer, rung text, colour text, state text, number text, title text, body text, facts jsonb,
       "draftedAt" timestamptz, "issuedAt" timestamptz, "issuedBy" uuid)`,
    [json(rows), tx.scope.jurisdictionId],
  );
  const members = rows.flatMap(({ id, members: each }) => each.map((one) => ({ ...one, noticeId: id })));
  await tx.execute(
    `insert into notice_member (jurisdiction_id, notice_id, subject_kind, subject_id, generation, rung, state)
     select $2, w."noticeId", w."subjectKind", w."subjectId", w.generation, w.rung, 'standing'
     from jsonb_to_recordset($1::jsonb) as w ("noticeId" uuid, "subjectKind" text, "subjectId" uuid, generation integer, rung text)`,
    [json(members), tx.scope.jurisdictionId],
  );
}

/** The notices of these rungs, where they have one. */
export const noticesOfMembers = (
  tx: Transaction,
  members: readonly NoticeMember[],
): Promise<(NoticeMember & { noticeId: string })[]> =>
  members.length === 0
    ? Promise.resolve([])
    : tx.query(
        `select m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.generation, m.rung, m.notice_id as "noticeId"
         from notice_member m join jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, generation integer, rung text)
           on m.subject_kind = w."subjectKind" and m.subject_id = w."subjectId" and m.generation = w.generation and m.rung = w.rung
         where m.jurisdiction_id = $2`,
        [json(members), tx.scope.jurisdictionId],
      );

/** What a notice is still about: not what was cured before its issue, nor what was taken back. */
export const standingMembers = (tx: Transaction, noticeId: string): Promise<NoticeMember[]> =>
  tx.query(
    `select subject_kind as "subjectKind", subject_id as "subjectId", generation, rung from notice_member
     where jurisdiction_id = $1 and notice_id = $2 and state = 'standing' order by subject_kind, subject_id`,
    [tx.scope.jurisdictionId, noticeId],
  );

/** What was issued before in one climb of a subject, oldest first. */
export const issuedNoticesOf = (
  tx: Transaction,
  subjectId: string,
  generation: number,
): Promise<{ kind: NoticeKind; number: string | null; issuedAt: string }[]> =>
  tx.query(
    `select n.kind, n.number, n.issued_at as "issuedAt" from notice n
       join notice_member m on m.jurisdiction_id = n.jurisdiction_id and m.notice_id = n.id
     where m.subject_id = $1 and m.generation = $2 and n.state = 'issued' order by n.issued_at`,
    [subjectId, generation],
  );

export async function lockNotice(tx: Transaction, id: string): Promise<NoticeRead | null> {
  const [row] = await tx.query<NoticeRead>(
    `select id, kind, subject_kind as "subjectKind", subject_id as "subjectId", plan_id as "planId", unit_id as "unitId",
       generation, rung, colour, state, number, title, body, facts, drafted_at as "draftedAt", issued_at as "issuedAt",
       issued_by as "issuedBy", acknowledged_at as "acknowledgedAt"
     from notice where jurisdiction_id = $1 and id = $2 for update`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

export async function markNoticeIssued(
  tx: Transaction,
  notice: {
    id: string;
    number: string;
    title: string;
    body: string;
    issuedAt: string;
    issuedBy: string | null;
  },
): Promise<void> {
  await tx.execute(
    `update notice set state = 'issued', number = $3, title = $4, body = $5, issued_at = $6, issued_by = $7
     where jurisdiction_id = $1 and id = $2 and state = 'drafted'`,
    [
      tx.scope.jurisdictionId,
      notice.id,
      notice.number,
      notice.title,
      notice.body,
      notice.issuedAt,
      notice.issuedBy,
    ],
  );
}

export async function markNoticeAcknowledged(
  tx: Transaction,
  id: string,
  at: string,
  by: string | null,
): Promise<void> {
  await tx.execute(
    'update notice set acknowledged_at = $3, acknowledged_by = $4 where jurisdiction_id = $1 and id = $2 and acknowledged_at is null',
    [tx.scope.jurisdictionId, id, at, by],
  );
}

/** Drafts of a climb that was cured before anybody issued them; one that still stands for others stays. */
export async function cancelDraftedNotices(
  tx: Transaction,
  rows: readonly { subjectKind: string; subjectId: string; generation: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const left = await tx.query<{ id: string }>(
    `update notice_member m set state = 'cancelled'
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, generation integer), notice n
     where m.jurisdiction_id = $2 and m.subject_kind = w."subjectKind" and m.subject_id = w."subjectId"
       and m.generation = w.generation and m.state = 'standing'
       and n.jurisdiction_id = m.jurisdiction_id and n.id = m.notice_id and n.state = 'drafted'
     returning m.notice_id as id`,
    [json(rows), tx.scope.jurisdictionId],
  );
  await tx.execute(
    `update notice n set state = 'cancelled' where n.jurisdiction_id = $2 and n.id = any($1::uuid[]) and n.state = 'drafted'
       and not exists (select from notice_member m where m.jurisdiction_id = n.jurisdiction_id and m.notice_id = n.id
         and m.state = 'standing')`,
    [left.map(({ id }) => id), tx.scope.jurisdictionId],
  );
}

/**
 * Issued notices whose card was taken back on appeal; a draft is cancelled with its climb. One that still stands for
 * others stays, and counts for them.
 */
export async function rescindNotices(
  tx: Transaction,
  rows: readonly { subjectKind: string; subjectId: string; generation: number; rung: string }[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const left = await tx.query<{ id: string }>(
    `update notice_member m set state = 'rescinded'
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, generation integer, rung text), notice n
     where m.jurisdiction_id = $2 and m.subject_kind = w."subjectKind" and m.subject_id = w."subjectId"
       and m.generation = w.generation and m.rung = w.rung and m.state = 'standing'
       and n.jurisdiction_id = m.jurisdiction_id and n.id = m.notice_id and n.state = 'issued'
     returning m.notice_id as id`,
    [json(rows), tx.scope.jurisdictionId],
  );
  await tx.execute(
    `update notice n set rescinded_at = $3
     where n.jurisdiction_id = $2 and n.id = any($1::uuid[]) and n.rescinded_at is null
       and not exists (select from notice_member m where m.jurisdiction_id = n.jurisdiction_id and m.notice_id = n.id
         and m.state = 'standing')`,
    [left.map(({ id }) => id), tx.scope.jurisdictionId, at],
  );
}

export async function claimRungs(
  tx: Transaction,
  rows: readonly {
    subjectKind: string;
    subjectId: string;
    generation: number;
    rung: string;
    claimedAt: string;
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into rung_claim (jurisdiction_id, subject_kind, subject_id, generation, rung, claimed_at)
     select $2, w."subjectKind", w."subjectId", w.generation, w.rung, w."claimedAt"
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, generation integer, rung text, "claimedAt" timestamptz)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

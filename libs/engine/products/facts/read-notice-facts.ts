import { civilDateOf } from '#calendar';
import type { DocumentNumber } from '#official';
import type { Transaction } from '#persistence';
import {
  namedWordsOf,
  noticeDocumentFacts,
  type NoticeDocumentFacts,
  type NoticeDocumentKind,
} from '#products';
import type { EngineContext } from '../../engine-context.js';
import type { NoticeFacts } from '../../notice-text.js';

interface NoticeRow {
  id: string;
  kind: NoticeDocumentKind;
  number: string | null;
  title: string;
  body: string;
  facts: NoticeFacts;
  draftedAt: string;
  issuedAt: string | null;
}

/** A notice as the record keeps it, with whatever an officer changed in it. Null where there is none. */
export async function readNoticeFacts(
  context: EngineContext,
  tx: Transaction,
  { noticeId }: { noticeId: string },
): Promise<NoticeDocumentFacts | null> {
  const [row] = await tx.query<NoticeRow>(
    `select id, kind, number, title, body, facts, drafted_at as "draftedAt", issued_at as "issuedAt" from notice where id = $1`,
    [noticeId],
  );
  if (!row) return null;
  const { facts, number } = row;
  const on = civilDateOf(row.issuedAt ?? context.clock.now());
  return noticeDocumentFacts({
    id: row.id,
    kind: row.kind,
    text: { title: row.title, body: row.body },
    number: number === null ? null : numberOf(number),
    issue: { issuer: facts.issuer, addressees: [facts.unit], copiesTo: [], printedBy: facts.issuer, on },
    named: namedWordsOf(facts),
  });
}

/** `张武督提〔2024〕1号` in its parts; null for one that is written otherwise. */
function numberOf(number: string): DocumentNumber | null {
  const [, organ, year, serial] = /^(.+)〔(\d{4})〕(\d+)号$/u.exec(number) ?? [];
  return organ === undefined ? null : { organ, year: Number(year), serial: Number(serial) };
}

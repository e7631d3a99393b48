import type { Transaction } from '../transaction.js';
import { likePattern } from './like-pattern.js';

export interface SearchRow {
  kind: 'task' | 'unit' | 'plan' | 'product' | 'planReview';
  id: string;
  title: string;
  note: string | null;
}

/**
 * What has every one of the words somewhere, as the transaction's scope sees it, at most `each` of a kind; what begins with
 * the first word, or is the code itself, comes first. Reviews of plans are left out where they are not the person's.
 */
export async function searchEverything(
  tx: Transaction,
  { words, each, reviews }: { words: readonly string[]; each: number; reviews: boolean },
): Promise<SearchRow[]> {
  const patterns = words.map((word) => likePattern(word) ?? '%');
  const start = (words[0] ?? '').replace(/[\\%_]/gu, '\\$&');
  const params = [tx.scope.jurisdictionId, patterns, `${start}%`, each];
  const all = (...columns: string[]): string =>
    `not exists (select from unnest($2::text[]) as word where not (${columns
      .map((column) => `coalesce(${column}, '') ilike word`)
      .join(' or ')}))`;
  // A unit has few tasks and a word few units: their tasks are found from them, not unit by unit from every task.
  const ask = (sql: string) => tx.query<SearchRow>(sql, params);
  const found = await Promise.all([
    ask(`with led as materialized (
        select r.task_id, string_agg(u.name, '、' order by r.position) as leads from unit u
          join responsibility r on r.jurisdiction_id = u.jurisdiction_id and r.unit_id = u.id and r.kind = 'lead'
        where u.jurisdiction_id = $1 and exists (select from unnest($2::text[]) as word where u.name ilike word)
        group by r.task_id),
      found as (
        select t.id, t.code, t.title, t.plan_id, led.leads from task t left join led on led.task_id = t.id
        where t.jurisdiction_id = $1 and ${all('t.title', 't.code', 't.section', 'led.leads')}
        order by (t.code ilike $3 or t.title ilike $3) desc, t.title ilike ($2::text[])[1] desc, length(t.title), t.code limit $4)
      select 'task' as kind, f.id, f.title, f.code || ' · ' || coalesce((
          select string_agg(u.name, '、' order by r.position) from responsibility r
            join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
          where r.jurisdiction_id = $1 and r.task_id = f.id and r.kind = 'lead'), p.title) as note
      from found f join plan p on p.jurisdiction_id = $1 and p.id = f.plan_id
      order by (f.code ilike $3 or f.title ilike $3) desc, f.title ilike ($2::text[])[1] desc, length(f.title), f.code`),
    ask(`select 'unit' as kind, u.id, u.name as title, null::text as note from unit u
      where u.jurisdiction_id = $1 and ${all('u.name', 'u.code')}
      order by u.is_group, u.name ilike $3 desc, length(u.name), u.name limit $4`),
    ask(`select 'plan' as kind, p.id, p.title, p.document_number as note from plan p
      where p.jurisdiction_id = $1 and ${all('p.title', 'p.document_number', 'p.code')}
      order by p.title ilike $3 desc, p.year desc, p.title limit $4`),
    ask(`select 'product' as kind, p.id, p.title, coalesce(p.number, p.period) as note from product p
      where p.jurisdiction_id = $1 and p.state <> 'abandoned' and ${all('p.title', 'p.number', 'p.period')}
      order by p.title ilike $3 desc, p.produced_at desc limit $4`),
    reviews
      ? ask(`select 'planReview' as kind, r.id, r.facts ->> 'title' as title, d.file_name as note
          from plan_review r join plan_document d on d.jurisdiction_id = r.jurisdiction_id and d.id = r.document_id
          where r.jurisdiction_id = $1 and r.state = 'open' and coalesce(r.facts ->> 'title', '') <> ''
            and $3::text is not null and ${all("r.facts ->> 'title'", 'd.file_name')}
          order by r.uploaded_at desc limit $4`)
      : Promise.resolve([]),
  ]);
  return found.flat();
}

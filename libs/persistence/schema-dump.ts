import type { Queryable } from './transaction.js';

/**
 * The schema as it stands in the database, as readable SQL: tables with columns and constraints, indexes,
 * row-level security, triggers, functions and grants. The embedded PostgreSQL brings no pg_dump, and this text is the
 * same for every version. To be asked as the owner, with the search path on luoshi.
 */
export async function dumpSchema(owner: Queryable): Promise<string> {
  const functions = await owner.query<{ definition: string; grants: string | null }>(FUNCTIONS);
  const tables = await owner.query<{ name: string; body: string; secured: boolean }>(TABLES);
  const parts = await owner.query<{ table: string; definition: string }>(PARTS);
  const sections = [
    '-- Written from the database by the schema check; the migrations are what is executed.',
    ...functions.map((it) =>
      [`${alike(it.definition.trim())};`, ...(it.grants === null ? [] : [it.grants])].join('\n'),
    ),
    ...tables.map((table) =>
      [
        `create table ${table.name} (\n${table.body}\n);`,
        ...(table.secured ? [`alter table ${table.name} enable row level security;`] : []),
        ...parts.filter((part) => part.table === table.name).map((part) => part.definition),
      ].join('\n'),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Minor versions from 2026 on (15.20 does) write `DELETE FROM session AS s` of what earlier ones write without `AS`. */
const alike = (definition: string): string =>
  definition.replace(/^(\s*(?:DELETE FROM|UPDATE) \S+) AS (\S+)$/gm, '$1 $2');

/** Functions by name, with who may execute them where that is not everybody. */
const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as definition,
    case when p.proacl is null then null else
      'grant execute on function ' || p.oid::regprocedure || ' to ' || (
        select string_agg(case when a.grantee = 0 then 'public' else a.grantee::regrole::text end, ', ' order by a.grantee)
        from aclexplode(p.proacl) a where a.grantee <> p.proowner) || ';'
    end as grants
  from pg_proc p
  where p.pronamespace = 'luoshi'::regnamespace
  order by p.proname, p.oid::regprocedure::text`;

/** Tables by name; columns in their order, then constraints: primary key, unique, check, foreign keys. */
const TABLES = `
  select c.relname as name, c.relrowsecurity as secured,
    (select string_agg(line, E',\\n' order by rank, line_order, line collate "C") from (
      select 1 as rank, a.attnum::int as line_order,
        '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(case a.attgenerated when '' then ' default ' || pg_get_expr(d.adbin, d.adrelid)
               else ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' end, '') as line
      from pg_attribute a
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, position(k.contype in 'pucfx'),
        '  constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k
      where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f', 'x')) lines) as body
  from pg_class c
  where c.relnamespace = 'luoshi'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
  order by c.relname`;

/** What hangs on a table: indexes that are no constraint's, policies, triggers, grants. */
const PARTS = `
  select "table", definition from (
    select c.relname as "table", 1 as rank, i.relname as name, pg_get_indexdef(x.indexrelid) || ';' as definition
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where c.relnamespace = 'luoshi'::regnamespace
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
    union all
    select c.relname, 2, p.polname,
      'create policy ' || quote_ident(p.polname) || ' on ' || c.relname
        || case when p.polpermissive then '' else ' as restrictive' end
        || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
             when 'd' then ' for delete' else '' end
        || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ')
             from unnest(p.polroles) r)
        || coalesce(E'\\n  using ' || pg_get_expr(p.polqual, p.polrelid, true), '')
        || coalesce(E'\\n  with check ' || pg_get_expr(p.polwithcheck, p.polrelid, true), '') || ';'
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'luoshi'::regnamespace
    union all
    select c.relname, 3, t.tgname, pg_get_triggerdef(t.oid, true) || ';'
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'luoshi'::regnamespace and not t.tgisinternal
    union all
    select c.relname, 4, a.grantee::regrole::text,
      'grant ' || string_agg(lower(a.privilege_type), ', ' order by lower(a.privilege_type)) || ' on ' || c.relname
        || ' to ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ';'
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'luoshi'::regnamespace and c.relkind in ('r', 'p') and a.grantee <> c.relowner
    group by c.relname, a.grantee) parts
  order by "table", rank, name collate "C"`;

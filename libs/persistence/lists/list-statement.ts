import type { DeclaredColumn, DeclaredList, ListSource, WantedPage } from './list-source.js';

interface Statement {
  sql: string;
  params: unknown[];
}

/**
 * One page: first which rows, along an index and no further than the page is long, then what is shown of these. Each
 * set of filters is a text of its own: `$2 is null or …` would be planned for all of them at once, and use no index.
 */
export function pageStatement(
  source: ListSource,
  list: DeclaredList,
  jurisdictionId: string,
  wanted: WantedPage,
): Statement {
  const params: unknown[] = [jurisdictionId];
  const param = paramOf(params);
  const { alias, table } = source;
  const order = orderOf(source, list, wanted.sort);
  const where = conditionsOf(source, list, wanted, param);
  if (wanted.after !== undefined) where.push(afterMark(order, wanted.after, param));
  const keys = order.map(({ sql }, index) => `${sql} as key_${index}`).join(', ');
  const by = (of: (column: DeclaredColumn, index: number) => string): string =>
    order.map((column, index) => `${of(column, index)}${column.down === true ? ' desc' : ''}`).join(', ');
  const mark = order.map((_, index) => `page.key_${index}::text`).join(', ');
  const limit = param(wanted.limit);
  const given = (text: string): string => withGiven(text, wanted.given, param);
  return {
    sql: `with page as materialized (
       select ${alias}.id as page_id, ${keys} from ${table} ${alias} ${source.base ?? ''}
       where ${where.join(' and ')} order by ${by(({ sql }) => sql)} limit ${limit})
     select array[${mark}] as list_mark, ${given(source.columns)}
     from page join ${table} ${alias} on ${alias}.jurisdiction_id = $1 and ${alias}.id = page.page_id
       ${source.base ?? ''} ${given(source.joins ?? '')}
     order by ${by((_, index) => `page.key_${index}`)}`,
    params,
  };
}

/** How many rows there are in all, counted no further than `most`. */
export function countStatement(
  source: ListSource,
  list: DeclaredList,
  jurisdictionId: string,
  wanted: WantedPage,
  most: number,
): Statement {
  const params: unknown[] = [jurisdictionId];
  const where = conditionsOf(source, list, wanted, paramOf(params));
  return {
    sql: `select count(*)::int as total from (select from ${source.table} ${source.alias} ${source.base ?? ''}
       where ${where.join(' and ')} limit ${most}) counted`,
    params,
  };
}

type Param = (value: unknown) => string;
const paramOf =
  (params: unknown[]): Param =>
  (value) =>
    `$${params.push(value)}`;

/** @throws Error for a sort that was not declared: the contract should have refused it */
function orderOf(source: ListSource, list: DeclaredList, sort: string): DeclaredColumn[] {
  const turned = sort.startsWith('-');
  const declared = list.sorts[turned ? sort.slice(1) : sort];
  if (declared === undefined) throw new Error(`${list.name} has no sort ${sort}`);
  const columns = [...declared.columns, { sql: `${source.alias}.id`, type: 'uuid' }];
  return columns.map(({ sql, type, down }) => ({
    sql,
    type,
    ...((down === true) !== turned && { down: true }),
  }));
}

function conditionsOf(source: ListSource, list: DeclaredList, wanted: WantedPage, param: Param): string[] {
  const conditions = [`${source.alias}.jurisdiction_id = $1`];
  if (source.where !== undefined) conditions.push(withGiven(source.where, wanted.given, param));
  for (const [name, { operator, column, type }] of Object.entries(list.filters)) {
    const value = wanted.filters[name];
    if (value === undefined || value === '') continue;
    const own = source.conditions?.[name];
    if (operator === 'by' && own === undefined) throw new Error(`${list.name} has no condition ${name}`);
    if (own !== undefined) conditions.push(withGiven(own(value, param), wanted.given, param));
    else if (operator === 'among') conditions.push(`${column} = any (${param(value)}::${type}[])`);
    else conditions.push(`${column} ${SIGNS[operator]} ${param(value)}::${type}`);
  }
  return conditions;
}
const SIGNS = { is: '=', from: '>=', before: '<', by: '=' } as const;

/** Behind the mark, in an order whose columns may run in different directions; the first is also said alone, for the index. */
function afterMark(order: readonly DeclaredColumn[], mark: readonly string[], param: Param): string {
  const values = order.map(({ type }, index) => `${param(mark[index])}::${type}`);
  const beyond = order.reduceRight((rest, { sql, down }, index) => {
    const past = `${sql} ${down === true ? '<' : '>'} ${values[index]}`;
    return rest === '' ? past : `(${past} or (${sql} = ${values[index]} and ${rest}))`;
  }, '');
  const [first] = order;
  return `${first?.sql} ${first?.down === true ? '<=' : '>='} ${values[0]} and ${beyond}`;
}

/** `:name::type`; a colon without a type behind it belongs to a text. */
const withGiven = (text: string, given: WantedPage['given'], param: Param): string =>
  text.replace(/(?<!:):([a-z]\w*)(?=::)/giu, (_, name: string) => param(given?.[name]));

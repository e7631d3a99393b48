import { z } from 'zod';
import { MOST_AT_ONCE, mostAtOnce } from './most-at-once.js';

/**
 * `is` equals, `among` any of several values with commas between them, `from` at or after, `before` earlier than; `by` is
 * a condition of its own that the list's statement has under this name.
 */
export type FilterOperator = 'is' | 'among' | 'from' | 'before' | 'by';
/** Types of PostgreSQL that a mark or a filter is given back as. */
export type ColumnType = 'text' | 'uuid' | 'int' | 'bool' | 'date' | 'timestamptz';

export interface ListFilter<S extends z.ZodType = z.ZodType> {
  /** What it is on the screen. */
  label: string;
  schema: S;
  operator: FilterOperator;
  /** With the alias of its table: `t.state`. */
  column: string;
  type: ColumnType;
  /** The index that finds it. */
  index: string;
}

export interface SortColumn {
  /** Never null: a row without the value has one in its place that puts it first or last. */
  sql: string;
  type: ColumnType;
  /** From the greatest to the least, where the order is not turned round. */
  down?: true;
}

export interface ListSort {
  label: string;
  /** The row's id comes after them by itself: an order is always a total one. */
  columns: readonly SortColumn[];
  index: string;
}

export type ListFilters = Readonly<Record<string, ListFilter>>;

/** All that can be asked of a list; parameters, their check, the SQL and the page of the documentation follow from it. */
export interface ListDeclaration<F extends ListFilters = ListFilters> {
  /** The operation of the API. */
  name: string;
  /** What it lists, also the name of an exported file. */
  label: string;
  filters: F;
  sorts: Readonly<Record<string, ListSort>>;
  /** A sort by its name, `-name` from the other end. */
  usual: string;
  /** How many come where nothing is said. */
  usualLimit?: number;
}

export const declareList = <const F extends ListFilters>(
  declaration: ListDeclaration<F>,
): ListDeclaration<F> => declaration;

/** What an exported file can be; `json` is one array, `jsonl` a line of JSON each. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const formatSchema = z
  .enum(EXPORT_FORMATS)
  .optional()
  .meta({ description: '导出全部符合条件的内容为文件；不填则按页返回' });

/** Parameters that every list takes. */
export const listShape = (usualLimit = 200, most = MOST_AT_ONCE) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usualLimit),
  cursor: z.string().max(2000).optional().meta({ description: '上一页的 nextCursor，原样带回' }),
  format: formatSchema,
  fields: z.string().max(2000).optional().meta({ description: '只要这些字段，以逗号分隔' }),
});

type FilterShape<F extends ListFilters> = { [K in keyof F]: z.ZodOptional<F[K]['schema']> };
export type ListQuerySchema<F extends ListFilters> = z.ZodObject<
  ReturnType<typeof listShape> & { sort: z.ZodDefault<z.ZodEnum<Record<string, string>>> } & FilterShape<F>,
  z.core.$strict
>;

/** What a list takes in its address. What was not declared is refused, and the refusal says what there is. */
export function listQuery<F extends ListFilters>(list: ListDeclaration<F>): ListQuerySchema<F> {
  const sorts = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
  const filters = Object.entries(list.filters).map(([name, filter]) => [
    name,
    filter.schema.optional().meta({ description: filter.label }),
  ]);
  const shape: Record<string, z.ZodType> = {
    ...listShape(list.usualLimit, mostAtOnce(list.name)),
    sort: z
      .enum(sorts as [string, ...string[]], { error: `没有这种排序；可用：${sorts.join('、')}` })
      .default(list.usual)
      .meta({ description: '排序；前加 - 为倒序' }),
    ...(Object.fromEntries(filters) as Record<string, z.ZodType>),
  };
  return strictly(shape) as unknown as ListQuerySchema<F>;
}

/** An object of these members and no other; a refusal says which there are. */
export function strictly<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const names = Object.keys(shape).join('、');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `没有参数 ${(issue as { keys: string[] }).keys.join('、')}；可用：${names}`
        : undefined,
  });
}

/** The answer of a list: its items and where to go on. */
export const cursorPage = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Several values of a kind with commas between them. */
export const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.enum(values)).min(1).max(values.length));

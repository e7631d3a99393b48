/** How a list is read: the rows it is of, what its conditions need, and what is shown of each row of a page. */
export interface ListSource {
  /** With its alias; its rows have `jurisdiction_id` and `id`. */
  table: string;
  alias: string;
  /** Joins that conditions and orders need: for every row that is looked at. */
  base?: string;
  /** What holds of every row of the list; $1 is the jurisdiction, `:name::type` a value of `given`. */
  where?: string;
  columns: string;
  /** Joins that only a page’s rows need. */
  joins?: string;
  /** Conditions of filters that are not about one column; `param` puts a value in its place, `:name::type` one of `given`. */
  conditions?: Readonly<Record<string, (value: unknown, param: (value: unknown) => string) => string>>;
}

/** As the contract declares them. */
export interface DeclaredFilter {
  operator: 'is' | 'among' | 'from' | 'before' | 'by';
  column: string;
  type: string;
}
export interface DeclaredColumn {
  sql: string;
  type: string;
  down?: true;
}
export interface DeclaredList {
  name: string;
  filters: Readonly<Record<string, DeclaredFilter>>;
  sorts: Readonly<Record<string, { columns: readonly DeclaredColumn[] }>>;
}

export interface WantedPage {
  /** By the names of the declaration; undefined: not filtered by. */
  filters: Readonly<Record<string, unknown>>;
  /** A sort of the declaration, `-name` from its other end. */
  sort: string;
  /** The mark of the row before, as it came. */
  after?: readonly string[] | undefined;
  limit: number;
  /** Values that `where` and `columns` name as `:name::type`. */
  given?: Readonly<Record<string, unknown>>;
}

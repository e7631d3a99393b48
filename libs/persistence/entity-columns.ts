import type { DataSource, EntityMetadata } from 'typeorm';

type ColumnMetadata = EntityMetadata['columns'][number];

/** What the entities say of every column, by `table.column`, in the words of the database. */
export function entityColumns(source: DataSource): Map<string, string> {
  return new Map(
    source.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => [
        `${entity.tableName}.${column.databaseName}`,
        definitionOf(source, column),
      ]),
    ),
  );
}

function definitionOf(source: DataSource, column: ColumnMetadata): string {
  const size = column.precision == null ? '' : `(${column.precision},${column.scale ?? 0})`;
  return [
    source.driver.normalizeType(column) + size + (column.isArray ? '[]' : ''),
    ...(column.isNullable ? [] : ['not null']),
    ...(typeof column.default === 'function'
      ? [`default ${String((column.default as () => unknown)())}`]
      : []),
    ...(column.isPrimary ? ['primary key'] : []),
  ].join(' ');
}

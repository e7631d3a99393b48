import 'reflect-metadata';
import { DataSource, type Logger } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { MIGRATIONS } from './migrations.js';
import { SnakeNaming } from './snake-naming.js';
import { valueParsers } from './value-parsers.js';

export interface PoolOptions {
  /** Most connections at a time. */
  poolSize: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  /** A statement that is not answered for so long is given up, and its connection with it, ms. Absent: never. */
  answerWithinMs?: number;
  /** Called when an idle connection breaks; it is replaced by itself. */
  onConnectionLost?: (error: Error) => void;
}

/** TypeORM prints failed migrations whatever `logging` says; they are thrown, and told by whoever catches them. */
const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/** A TypeORM data source over our entities and migrations, not yet connected. Nothing is ever synchronised. */
export function dataSourceFor(
  connectionString: string,
  options: PoolOptions,
  migrations = MIGRATIONS,
): DataSource {
  return new DataSource({
    type: 'postgres',
    schema: 'luoshi',
    entities: ENTITIES,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    logging: false,
    logger: SILENT,
    poolErrorHandler: (error: Error) => options.onConnectionLost?.(error),
    // Handed to pg as they are: TypeORM's own reading of a URL knows no sockets and no startup options.
    extra: {
      connectionString,
      types: valueParsers,
      max: options.poolSize,
      // Statements go out as they come, without waiting for the answer to the one before.
      pipeline: true,
      application_name: options.applicationName,
      connectionTimeoutMillis: connectWithin(connectionString),
      idleTimeoutMillis: 30_000,
      ...(options.answerWithinMs === undefined ? {} : { query_timeout: options.answerWithinMs }),
      // A peer that is gone without a word is noticed also while nothing is asked.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    },
  });
}

/** As with every client of PostgreSQL: `connect_timeout` of the URL, in seconds. */
function connectWithin(connectionString: string): number {
  const seconds = Number(new URL(connectionString).searchParams.get('connect_timeout') ?? Number.NaN);
  return seconds > 0 ? seconds * 1000 : 10_000;
}

import { createHash } from 'node:crypto';
import { DEFAULT_SCHEMA, PostgresConnection } from 'bullmq';
import { QUEUE_NAME } from './wake-up-job.js';

const APP_ROLE = 'luoshi_app';

// A type, not an interface: only that fits BullMQ's index signature.
type QueuePool = {
  connectionString: string;
  options: string;
  max: number;
  application_name: string;
};

/**
 * Makes or updates the queue's own tables (schema `bullmq`, beside ours) and lets the application use them. With the
 * owner's login, like every migration, so that the application needs no right to create anything: BullMQ would make
 * the sequence of a queue's job ids with the first job. May be repeated.
 */
export async function preparePostgresQueue(ownerUrl: string, queueName: string = QUEUE_NAME): Promise<void> {
  const { connectionString, given } = splitOptions(ownerUrl);
  const connection = new PostgresConnection({
    connectionString,
    options: given,
    max: 1,
    application_name: 'luoshi migrate queue',
    migrate: true,
  });
  connection.on('error', () => undefined);
  try {
    await connection.waitUntilReady();
    const sequence = `${DEFAULT_SCHEMA}.bullmq_jid_${createHash('md5').update(queueName).digest('hex')}`;
    await connection.pool.query(`
      create sequence if not exists ${sequence};
      grant usage on schema ${DEFAULT_SCHEMA} to ${APP_ROLE};
      grant select, insert, update, delete, truncate on all tables in schema ${DEFAULT_SCHEMA} to ${APP_ROLE};
      grant usage, select, update on all sequences in schema ${DEFAULT_SCHEMA} to ${APP_ROLE};
      grant execute on all functions in schema ${DEFAULT_SCHEMA} to ${APP_ROLE};`);
  } finally {
    await connection.close();
  }
}

/**
 * A connection as luoshi_app, also with the owner's login. Options of the URL are handed over beside it: BullMQ adds
 * its search path to those, and pg lets what stands in a URL win.
 */
export function postgresConnection(url: string, applicationName: string): QueuePool {
  const { connectionString, given } = splitOptions(url);
  const options = [given, `-c role=${APP_ROLE}`].filter((part) => part !== '').join(' ');
  return { connectionString, options, max: 2, application_name: applicationName };
}

function splitOptions(url: string): { connectionString: string; given: string } {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  return { connectionString: parsed.toString(), given };
}

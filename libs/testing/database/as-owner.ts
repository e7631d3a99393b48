import pg from 'pg';

/** Runs statements as the owner of a database, whom row-level security does not restrict. */
export async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'luoshi tests, owner' });
  // Another database of the same server may be dropped under it; the statement that follows says so.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

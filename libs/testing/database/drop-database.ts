import type pg from 'pg';

const PATIENCE_MS = 30_000;

/** Drops a database. Throws where a connection to it was left open, and says whose. */
export async function dropDatabase(owner: pg.Client, name: string, patienceMs = PATIENCE_MS): Promise<void> {
  const left = await connectionsLeft(owner, name, patienceMs);
  await owner.query(`drop database ${name} with (force)`);
  if (left.length > 0) throw new Error(`connections left open by this test file:\n${left.join('\n')}`);
}

/** Those that stay: the server notices the end of a connection a little later, on a busy machine seconds later. */
async function connectionsLeft(owner: pg.Client, name: string, patienceMs: number): Promise<string[]> {
  for (const end = Date.now() + patienceMs; ;) {
    const { rows } = await owner.query<{ name: string; state: string; query: string }>(
      `select application_name as name, state, left(query, 200) as query from pg_stat_activity
       where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || Date.now() > end) {
      return rows.map((row) => `- ${row.name || 'unnamed'} (${row.state}), last statement: ${row.query}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

import type pg from 'pg';

/** Drops a database. Throws where a connection to it was left open, and says whose. */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  const left = await connectionsLeft(owner, name);
  await owner.query(`drop database ${name} with (force)`);
  if (left.length > 0) throw new Error(`connections left open by this test file:\n${left.join('\n')}`);
}

/** Those that are still there after a moment: the server notices the end of a connection a little later. */
async function connectionsLeft(owner: pg.Client, name: string): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await owner.query<{ name: string; state: string; query: string }>(
      `select application_name as name, state, left(query, 200) as query from pg_stat_activity
       where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || attempt === 40) {
      return rows.map((row) => `- ${row.name || 'unnamed'} (${row.state}), last statement: ${row.query}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

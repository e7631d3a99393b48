import pg from 'pg';

/**
 * The owner's look at a database that is asked again and again, over one connection that is made anew where it broke:
 * making one for each look costs the server more than the looks.
 */
export class KeptOwner {
  readonly #url: () => string;
  #client: pg.Client | null = null;
  #leadsTo = '';

  /** @param url asked before each look: the database may have moved */
  constructor(url: () => string) {
    this.#url = url;
  }

  /** The rows; asked once more over a new connection where the kept one has broken. @throws what the server says */
  async rows<T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const isKept = this.#client !== null && this.#leadsTo === this.#url();
    const client = await this.#connected();
    try {
      return (await client.query<T>(sql, [...parameters])).rows;
    } catch (error) {
      await this.end();
      if (!isKept) throw error;
      return this.rows(sql, parameters);
    }
  }

  async end(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connected(): Promise<pg.Client> {
    const url = this.#url();
    if (this.#client !== null && this.#leadsTo === url) return this.#client;
    await this.end();
    const client = new pg.Client({ connectionString: url, application_name: 'luoshi tests, owner' });
    // Told by the look that follows.
    client.on('error', () => undefined);
    await client.connect();
    [this.#client, this.#leadsTo] = [client, url];
    return client;
  }
}

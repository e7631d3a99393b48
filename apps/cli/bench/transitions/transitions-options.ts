export interface TransitionsOptions {
  /** Owner's login of a server to make the databases on; null: an embedded one. */
  serverUrl: string | null;
  rounds: number;
  /** Transitions a round: one a transaction, and 500 a transaction. */
  singles: number;
  batched: number;
  batch: number;
  /** Transactions under way at once. */
  concurrency: number;
  /** Where other engines are installed that are to be measured too; null: none. */
  peers: string | null;
}

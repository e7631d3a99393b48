/**
 * A key for one intention. Keep it with the intention where a repeat may come from another process: the server carries
 * out a request once for each key.
 */
export const newKey = (): string => globalThis.crypto.randomUUID();

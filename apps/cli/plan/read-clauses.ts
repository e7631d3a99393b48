import { createInterface } from 'node:readline';
import { readClauseLine } from '#plan';

/** Reads responsibility clauses, one a line, and writes what each says as one JSON object a line; blank lines are passed over. */
export async function readClauses(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') write(`${JSON.stringify(readClauseLine(line))}\n`);
  }
}

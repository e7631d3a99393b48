import { test } from '@jest/globals';

/**
 * Declares tests that take long where they are asked for (LUOSHI_VERIFY), and loads what they need only then; says in
 * one line that they are skipped elsewhere, or where something is missing.
 *
 * @param load declares the tests; what it answers is missing on this machine, null: nothing
 */
export async function whenAsked(
  what: string,
  runs: readonly string[],
  load: () => Promise<string | null>,
): Promise<void> {
  const asked = runs.includes(process.env['LUOSHI_VERIFY'] ?? '');
  const missing = asked ? await load() : `LUOSHI_VERIFY=${runs.join(' or ')}`;
  if (missing === null) return;
  process.stderr.write(`skipped: ${what} (${missing})\n`);
  test.skip(what, () => undefined);
}

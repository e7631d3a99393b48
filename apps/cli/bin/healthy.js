#!/usr/bin/env node
// Whether the api or worker beside this answers that it is ready: `healthy.js [port]`. Ends with 0 or 1, as containers ask.
const port = process.argv[2] ?? process.env.PORT ?? '3000';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4_000) });
  process.stdout.write(`${answer.status} ${await answer.text()}\n`);
  process.exit(answer.ok ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error.cause ?? error}\n`);
  process.exit(1);
}

import { main } from '../main.js';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, on a database of the test, and keeps what it says. */
export async function runMain(db: { appUrl: string; ownerUrl: string }, ...args: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const { stdout, stderr, env } = process;
  const keep = (into: 'out' | 'err') => (chunk: unknown) => ((said[into] += String(chunk)), true);
  const [out, err] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  const before = { url: env['DATABASE_URL'], owner: env['DATABASE_OWNER_URL'] };
  stdout.write = keep('out');
  stderr.write = keep('err');
  env['DATABASE_URL'] = db.appUrl;
  env['DATABASE_OWNER_URL'] = db.ownerUrl;
  try {
    return { code: await main(['node', 'luoshi', ...args]), ...said };
  } finally {
    stdout.write = out;
    stderr.write = err;
    restore('DATABASE_URL', before.url);
    restore('DATABASE_OWNER_URL', before.owner);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

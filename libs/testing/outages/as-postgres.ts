import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Where Debian's packages put PostgreSQL; the one that npm brought along has neither pg_basebackup nor pg_dump. */
const FOLDERS = [15, 16, 17, 18].map((major) => `/usr/lib/postgresql/${major}/bin`);

/** The folder of PostgreSQL's programs as Debian installs them; null: they are not there. */
export function debianPostgres(): string | null {
  return FOLDERS.find((folder) => existsSync(`${folder}/pg_basebackup`)) ?? null;
}

/** Whom PostgreSQL's programs run as: it refuses root. */
export function postgresUser(): { uid: number; gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Runs one of its programs to the end. @throws Error with what it said, where it fails */
export async function runPostgres(program: string, args: readonly string[]): Promise<string> {
  // Not through pipes: a server that pg_ctl starts would keep them open.
  const child = spawn(`${debianPostgres() ?? ''}/${program}`, args, {
    ...(postgresUser() ?? {}),
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code === 0) return said;
  throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${said}`);
}

import { readFileSync } from 'node:fs';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What may be kept in a file instead (`REDIS_PASSWORD_FILE`), as containers hand secrets over. */
const SECRETS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_PASSWORD',
  'DATABASE_OWNER_PASSWORD',
  'REDIS_URL',
  'REDIS_PASSWORD',
  'REDIS_SENTINEL_PASSWORD',
  'LUOSHI_SECRET_KEY',
  'LUOSHI_SEAL_KEY',
  'LUOSHI_OIDC_CLIENT_SECRET',
  'LUOSHI_S3_SECRET_KEY',
] as const;

/** The variables with the contents of the files that stand for some of them; the problems name no content. */
export function withSecretFiles(env: Variables): { env: Record<string, string>; problems: string[] } {
  const found = Object.fromEntries(
    Object.entries(env).filter((one): one is [string, string] => (one[1] ?? '').trim() !== ''),
  );
  const problems: string[] = [];
  for (const name of SECRETS) {
    const path = found[`${name}_FILE`];
    if (path === undefined) continue;
    if (found[name] !== undefined) {
      problems.push(`${name}_FILE：与 ${name} 只能设置其中之一`);
      continue;
    }
    try {
      found[name] = readFileSync(path, 'utf8').trim();
      if (found[name] === '') problems.push(`${name}_FILE：文件 ${path} 是空的`);
    } catch (error) {
      problems.push(
        `${name}_FILE：读不出文件 ${path}（${(error as NodeJS.ErrnoException).code ?? '原因不明'}）`,
      );
    }
  }
  return { env: found, problems };
}

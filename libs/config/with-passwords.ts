const PASSWORDS = {
  DATABASE_PASSWORD: 'DATABASE_URL',
  DATABASE_OWNER_PASSWORD: 'DATABASE_OWNER_URL',
} as const;

/**
 * Puts a password that is given apart into its URL, escaped as URLs ask for: nobody has to write `%40` for `@`. What
 * cannot be put anywhere is a problem, and no password is ever repeated in it.
 */
export function withPasswords(env: Readonly<Record<string, string>>): {
  env: Record<string, string>;
  problems: string[];
} {
  const complete: Record<string, string> = { ...env };
  const problems: string[] = [];
  for (const [name, target] of Object.entries(PASSWORDS)) {
    const password = env[name];
    if (password === undefined) continue;
    const address = env[target];
    if (address === undefined) problems.push(`${name}：没有设置 ${target}，口令无处可用`);
    // What is no URL at all is told of where the URL is checked.
    else if (URL.canParse(address)) {
      const url = new URL(address);
      if (url.password !== '') problems.push(`${name}：${target} 中已有口令，只能留一处`);
      url.password = encodeURIComponent(password);
      complete[target] = url.toString();
    }
  }
  return { env: complete, problems };
}

/** So many of a list, and so long a text, show what it is. */
const ITEMS = 2;
const LETTERS = 160;

/** Secrets by the name of their member: an example shows their form alone. */
const SECRETS: Readonly<Record<string, string>> = {
  csrfToken: 'n3Zq0s1Yb8xkQ2v6cT4rWg',
  token: 'luoshi_0000000000000000000000000000000000000000000',
  secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  key: 'luoshi_0000000000000000000000000000000000000000000',
  password: '（本人的密码）',
  firstPassword: '（只显示一次）',
  codes: 'k7m2-9qxt',
};

/** An example as short as it may be, with no secret in it. */
export function shortened<T>(value: T): T {
  return short(value, '') as T;
}

function short(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => short(item, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, short(member, key)]));
  if (typeof value !== 'string') return value;
  if (value.startsWith('otpauth:')) return 'otpauth://totp/…';
  if (/\/(calendar|receipts)\/[\w-]{16}/u.test(value)) return value.replace(/[\w-]{16,}/u, '0'.repeat(43));
  if (
    Object.hasOwn(SECRETS, name) &&
    (name !== 'key' || value.startsWith('luoshi_')) &&
    !(name === 'token' && value.length < 20)
  )
    return SECRETS[name];
  return value.length > LETTERS ? `${value.slice(0, LETTERS)}…` : value;
}

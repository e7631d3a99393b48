/** An address as a pattern for `like`: exactly, or with `*` at its end what begins so. */
export function addressPattern(address: string | undefined): string | null {
  if (address === undefined) return null;
  const open = address.endsWith('*');
  const literal = (open ? address.slice(0, -1) : address).replace(/[\\%_]/gu, '\\$&');
  return open ? `${literal}%` : literal;
}

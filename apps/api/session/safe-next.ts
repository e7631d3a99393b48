/** A page of ours to go on to; whatever else is asked for, the first page: nobody is sent to another site. */
export function safeNext(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/u.test(wanted)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, 'http://here');
  if (origin !== 'http://here' || pathname.startsWith('//') || pathname.startsWith('/sign-in/')) return '/';
  return `${pathname}${search}${hash}`;
}

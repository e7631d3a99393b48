import { createHash } from 'node:crypto';

/**
 * The code of a unit that nobody gave one: `unit-` and hexadecimal digits that follow from the normal form of its
 * name, more of them in the case that two names meet. It stays when the name changes.
 *
 * @param taken whether another unit has that code
 */
export function unitCodeOf(
  jurisdictionCode: string,
  normalForm: string,
  taken: (code: string) => boolean,
): string {
  const digits = createHash('sha1').update(`${jurisdictionCode}\u001f${normalForm}`).digest('hex');
  for (let length = 8; length <= digits.length; length += 4) {
    const code = `unit-${digits.slice(0, length)}`;
    if (!taken(code)) return code;
  }
  throw new Error(`no code is free for ${normalForm}`);
}

/** What would have to be quoted or escaped in an array of PostgreSQL. */
const SPECIAL = /[{}",\\\s]|^$|^null$/i;

/**
 * Ids, hashes, numbers and words of our own as an array of PostgreSQL: pg quotes and escapes each element, which for
 * tens of thousands of ids takes longer than hashing them. Null is a null.
 *
 * @throws Error where an element is not that harmless
 */
export function arrayLiteral(values: readonly (string | number | null)[]): string {
  const parts = values.map((value) => {
    if (value === null) return 'null';
    const text = String(value);
    if (SPECIAL.test(text)) throw new Error(`not for an array without quotes: ${text}`);
    return text;
  });
  return `{${parts.join(',')}}`;
}

/** Words as a pattern for `ilike`: anywhere, and taken literally. Null for no words. */
export function likePattern(words: string | undefined): string | null {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? null : `%${trimmed.replace(/[\\%_]/g, '\\$&')}%`;
}

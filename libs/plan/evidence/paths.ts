const KNOWN = new Map<string, string[]>();
const KEPT = 64;

/** `/lead/0`. The same few are asked for by every task: they are made once. */
export function pathOf(field: string, index: number): string {
  if (index >= KEPT) return `/${field}/${index}`;
  let paths = KNOWN.get(field);
  if (!paths) {
    paths = Array.from({ length: KEPT }, (_, i) => `/${field}/${i}`);
    KNOWN.set(field, paths);
  }
  return paths[index] ?? '';
}

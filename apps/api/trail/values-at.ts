/** The texts at the end of a path, through lists as they are: `answer.items.id`; each once, in order. */
export function valuesAt(value: unknown, path: string): string[] {
  const found = new Set<string>();
  const walk = (at: unknown, [first, ...rest]: readonly string[]): void => {
    if (Array.isArray(at))
      for (const item of at as unknown[]) walk(item, first === undefined ? [] : [first, ...rest]);
    else if (first === undefined) {
      if (typeof at === 'string') found.add(at.toLowerCase());
    } else if (typeof at === 'object' && at !== null) walk((at as Record<string, unknown>)[first], rest);
  };
  walk(value, path.split('.'));
  return [...found].sort();
}

/** Whether one of the patterns (`*`, `task.*`, `notice.issued`) means this type. */
export const wantsType = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type,
  );

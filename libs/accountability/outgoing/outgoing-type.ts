/**
 * What an event is called in other systems: the kind of its subject and, in the same words, what happened:
 * `task.leadChanged` of LEAD_CHANGED.
 */
export function outgoingType(kind: 'task' | 'obligation' | 'notice', type: string): string {
  const [first = '', ...others] = type.toLowerCase().split('_');
  return `${kind}.${first}${others.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`;
}

/** Whether one of the patterns (`*`, `task.*`, `notice.issued`) means this type. */
export const wantsType = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type,
  );

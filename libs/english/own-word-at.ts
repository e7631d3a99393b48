import { ALERT_ENDINGS } from './alerts.js';
import { SYSTEM_WORDS } from './word-for.js';

const byFirst = new Map<string, string[]>();
for (const word of [...SYSTEM_WORDS, ...ALERT_ENDINGS]) {
  // Words of one sign (levels are called so) are in any text.
  if (word.length < 2) continue;
  const others = byFirst.get(word.charAt(0));
  if (others === undefined) byFirst.set(word.charAt(0), [word]);
  else others.push(word);
}

/** How long the longest word of the system is that a text begins with, in UTF-16 units; 0: it begins with none. */
export function ownWordAt(text: string): number {
  const fitting = (byFirst.get(text.charAt(0)) ?? []).filter((word) => text.startsWith(word));
  return Math.max(0, ...fitting.map((word) => word.length));
}

/**
 * Whether a file is kept from the builder, by the rules of .dockerignore that ours has: `*`, `**`, `!`, whole folders; the
 * last line that says something about a file decides.
 *
 * @param {string} text
 * @returns {(file: string) => boolean}
 */
export function ignoredBy(text) {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ignored: !line.startsWith('!'), matches: matcherOf(line.replace(/^!/, '')) }));
  return (file) => rules.findLast(({ matches }) => matches(file))?.ignored ?? false;
}

function matcherOf(pattern) {
  const expression = pattern
    .split(/(\*\*\/|\*)/)
    .map((part) =>
      part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'),
    )
    .join('');
  const whole = new RegExp(`^${expression}(?:/.*)?$`);
  return (file) => whole.test(file);
}

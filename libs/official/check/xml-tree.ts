import { walkXml } from '#documents';

/** An element of an office file: names without prefix, in elements and attributes. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  /** The text directly within. */
  readonly text: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Growing[];
  text: string;
}

export function readTree(bytes: Uint8Array): Tree {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  walkXml(bytes, {
    open: (name, attributes) => {
      const own: Growing = { name, attributes: {}, children: [], text: '' };
      for (const [key, value] of Object.entries(attributes)) own.attributes[key.replace(/^.*:/u, '')] = value;
      open.at(-1)?.children.push(own);
      open.push(own);
    },
    close: () => {
      if (open.length > 1) open.pop();
    },
    text: (words) => {
      const own = open.at(-1);
      if (own) own.text += words;
    },
  });
  return root.children[0] ?? root;
}

export const child = (tree: Tree | undefined, name: string): Tree | undefined =>
  tree?.children.find((one) => one.name === name);

export const childrenOf = (tree: Tree | undefined, name: string): Tree[] =>
  tree?.children.filter((one) => one.name === name) ?? [];

/** A child's `val`. */
export const valueOf = (tree: Tree | undefined, name: string): string | undefined =>
  child(tree, name)?.attributes['val'];

/** `<w:b/>` and `<w:b w:val="1"/>` are on, `0`, `false` and `off` are off; nothing said: undefined. */
export function flagOf(tree: Tree | undefined, name: string): boolean | undefined {
  const own = child(tree, name);
  if (!own) return undefined;
  return !['0', 'false', 'off'].includes(own.attributes['val'] ?? '1');
}

/** A whole number of an attribute; undefined where there is none. */
export function numberOf(tree: Tree | undefined, attribute: string): number | undefined {
  const value = Number.parseInt(tree?.attributes[attribute] ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** All elements of a name, at any depth, in reading order. */
export function all(tree: Tree, name: string): Tree[] {
  const found: Tree[] = [];
  const ahead: Tree[] = [tree];
  for (let own = ahead.pop(); own; own = ahead.pop()) {
    if (own.name === name) found.push(own);
    for (let at = own.children.length - 1; at >= 0; at -= 1) {
      const next = own.children[at];
      if (next) ahead.push(next);
    }
  }
  return found;
}

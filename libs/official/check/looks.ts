import { child, childrenOf, flagOf, numberOf, valueOf, type Tree } from './xml-tree.js';

/** How characters look in the end, after styles and defaults. */
export interface RunLook {
  readonly face: string | undefined;
  readonly latinFace: string | undefined;
  /** Points. */
  readonly size: number;
  /** `RRGGBB` or `auto` */
  readonly color: string;
  readonly bold: boolean;
  /** Twips between characters. */
  readonly spacing: number;
}

/** How a paragraph looks in the end. Twips; indents in characters are turned into those of its size. */
export interface ParagraphLook {
  readonly align: string;
  readonly line: number;
  readonly lineRule: string;
  readonly before: number;
  readonly after: number;
  readonly left: number;
  readonly right: number;
  /** Negative: hanging. */
  readonly firstLine: number;
  readonly snapToGrid: boolean;
  readonly bottomBorder: Tree | undefined;
  readonly numbering: { readonly list: string; readonly level: number } | undefined;
  readonly outline: number | undefined;
}

/** Resolves styles. Chains that go in a circle end where they began. */
export class Looks {
  private readonly styles = new Map<string, Tree>();
  private readonly defaults: Tree | undefined;
  private readonly normal: string | undefined;

  constructor(styles: Tree | undefined) {
    for (const style of childrenOf(styles, 'style'))
      this.styles.set(style.attributes['styleId'] ?? '', style);
    this.defaults = child(styles, 'docDefaults');
    this.normal = childrenOf(styles, 'style').find(
      ({ attributes }) =>
        attributes['type'] === 'paragraph' && ['1', 'true'].includes(attributes['default'] ?? ''),
    )?.attributes['styleId'];
  }

  /** From the nearest to the farthest: the paragraph's or run's own properties, its styles, the defaults. */
  private chain(own: Tree | undefined, style: string | undefined, kind: 'pPr' | 'rPr'): Tree[] {
    const found: Tree[] = own ? [own] : [];
    const seen = new Set<string>();
    for (let id = style; id !== undefined && !seen.has(id);) {
      seen.add(id);
      const tree = this.styles.get(id);
      const properties = child(tree, kind);
      if (properties) found.push(properties);
      id = valueOf(tree, 'basedOn');
    }
    return found;
  }

  private defaultsOf(kind: 'pPr' | 'rPr'): Tree[] {
    const own = child(child(this.defaults, `${kind}Default`), kind);
    return own ? [own] : [];
  }

  paragraph(paragraph: Tree): ParagraphLook {
    const own = child(paragraph, 'pPr');
    const chain = [
      ...this.chain(own, valueOf(own, 'pStyle') ?? this.normal, 'pPr'),
      ...this.defaultsOf('pPr'),
    ];
    const attribute = (name: string, key: string): number | undefined =>
      first(chain, (one) => numberOf(child(one, name), key));
    const size = this.run(paragraph, undefined).size;
    const indent = (twips: string, characters: string): number => {
      const inCharacters = attribute('ind', characters);
      const inTwips = attribute('ind', twips);
      return inCharacters === undefined || inCharacters === 0
        ? (inTwips ?? 0)
        : (inCharacters / 100) * size * 20;
    };
    const numbering = first(chain, (one) => child(one, 'numPr'));
    const list = valueOf(numbering, 'numId');
    return {
      align: first(chain, (one) => valueOf(one, 'jc')) ?? 'left',
      line: attribute('spacing', 'line') ?? 240,
      lineRule: first(chain, (one) => child(one, 'spacing')?.attributes['lineRule']) ?? 'auto',
      before: attribute('spacing', 'before') ?? 0,
      after: attribute('spacing', 'after') ?? 0,
      left: indent('left', 'leftChars') || indent('start', 'startChars'),
      right: indent('right', 'rightChars') || indent('end', 'endChars'),
      firstLine: indent('firstLine', 'firstLineChars') - indent('hanging', 'hangingChars'),
      snapToGrid: first(chain, (one) => flagOf(one, 'snapToGrid')) ?? true,
      bottomBorder: first(chain, (one) => child(child(one, 'pBdr'), 'bottom')),
      numbering:
        list === undefined || list === '0'
          ? undefined
          : { list, level: Number(valueOf(numbering, 'ilvl') ?? '0') || 0 },
      outline: first(chain, (one) => numberOf(child(one, 'outlineLvl'), 'val')),
    };
  }

  run(paragraph: Tree, run: Tree | undefined): RunLook {
    const own = child(run, 'rPr');
    const paragraphStyle = valueOf(child(paragraph, 'pPr'), 'pStyle') ?? this.normal;
    const chain = [
      ...this.chain(own, valueOf(own, 'rStyle'), 'rPr'),
      ...this.chain(undefined, paragraphStyle, 'rPr'),
      ...this.defaultsOf('rPr'),
    ];
    const face = (kind: string): string | undefined =>
      first(chain, (one) => {
        const fonts = child(one, 'rFonts')?.attributes;
        const theme = fonts?.[`${kind}Theme`];
        return theme === undefined ? fonts?.[kind] : `主题字体 ${theme}`;
      });
    return {
      face: face('eastAsia'),
      latinFace: face('ascii'),
      size: (first(chain, (one) => numberOf(child(one, 'sz'), 'val')) ?? 20) / 2,
      color: (first(chain, (one) => valueOf(one, 'color')) ?? 'auto').toUpperCase(),
      bold: first(chain, (one) => flagOf(one, 'b')) ?? false,
      spacing: first(chain, (one) => numberOf(child(one, 'spacing'), 'val')) ?? 0,
    };
  }
}

function first<Value>(chain: readonly Tree[], pick: (tree: Tree) => Value | undefined): Value | undefined {
  for (const tree of chain) {
    const value = pick(tree);
    if (value !== undefined) return value;
  }
  return undefined;
}

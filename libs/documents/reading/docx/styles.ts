import { walkXml } from '../walk-xml.js';
import { wordValue } from './word-value.js';

interface Style {
  name: string;
  basedOn: string | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** What a paragraph takes over from its style. */
export interface StyleFacts {
  readonly list: string;
  /** Nothing where the list has to be asked which of its levels the style has. */
  readonly level: number | undefined;
  /** The style that says so: the paragraph's own, or one that it is based on. */
  readonly from: string;
}

/** The paragraph styles of a Word document. */
export class Styles {
  private readonly styles = new Map<string, Style>();

  constructor(bytes: Uint8Array | undefined) {
    if (bytes) this.read(bytes);
  }

  /** The numbered list that a style belongs to, itself or by the styles that it is based on. */
  listOf(style: string): StyleFacts | undefined {
    let at: string | undefined = style;
    let level: number | undefined;
    for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
      const facts = this.styles.get(at);
      level ??= facts?.level;
      if (facts?.list !== undefined) return { list: facts.list, level, from: at };
      at = facts?.basedOn;
    }
    return undefined;
  }

  /** Is this how a table of contents looks? */
  isContents(style: string): boolean {
    return /^(?:toc|contents)\s?\d$/i.test(this.styles.get(style)?.name ?? style);
  }

  private read(bytes: Uint8Array): void {
    let style: Style | undefined;
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'style') {
          style = { name: '', basedOn: undefined, list: undefined, level: undefined };
          this.styles.set(wordValue(attributes, 'styleId'), style);
        } else if (!style) return;
        else if (name === 'name') style.name = wordValue(attributes);
        else if (name === 'basedOn') style.basedOn = wordValue(attributes);
        else if (name === 'numId') style.list = wordValue(attributes);
        else if (name === 'ilvl') style.level = Number(wordValue(attributes)) || 0;
      },
      close: (name) => {
        if (name === 'style') style = undefined;
      },
      text: () => undefined,
    });
  }
}

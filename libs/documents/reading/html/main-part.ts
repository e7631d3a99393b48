import { Parser } from 'htmlparser2';
import { isBoilerplate } from './boilerplate.js';

type Attributes = Readonly<Record<string, string>>;
/** How the usual systems behind government pages name the part that holds the document. */
const NAMES =
  /^(?:ucap-content|zoom|zoomcon|trs_editor|trs_ueditor|view|art_con|article-?con(?:tent)?|article|content-?text|con_?text|text_?con|main-?text|news_?content|newscontent|detail-?con(?:tent)?|info-?content|xxgk_content|pages_content|vsb_content(?:_\d+)?|mycontent|contentbox|text)$/i;
/** A part is only taken for the document when it holds so much of what the page says. */
const ENOUGH = 0.5;

/**
 * Tells the element that holds the document, where one with a known name holds most of the page's words; nothing where
 * none does: then the whole page is read.
 */
export function mainPart(html: string): ((name: string, attributes: Attributes) => boolean) | undefined {
  const lengths = new Map<string, number>();
  const open: (string | undefined)[] = [];
  let total = 0;
  let skipping = 0;
  let current: string | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (skipping > 0 || isBoilerplate(name, attributes)) {
        skipping += 1;
        return;
      }
      open.push(current);
      current ??= mainName(name, attributes);
    },
    onclosetag: () => {
      if (skipping > 0) skipping -= 1;
      else current = open.pop();
    },
    ontext: (text) => {
      if (skipping > 0) return;
      const { length } = text.replace(/\s+/g, '');
      total += length;
      if (current !== undefined) lengths.set(current, (lengths.get(current) ?? 0) + length);
    },
  });
  parser.end(html);
  const [best] = [...lengths].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < total * ENOUGH) return undefined;
  return (name, attributes) => mainName(name, attributes) === best[0];
}

function mainName(name: string, attributes: Attributes): string | undefined {
  if (name === 'article') return 'article';
  const names = [attributes['id'] ?? '', ...(attributes['class'] ?? '').split(/\s+/)];
  return names.find((one) => NAMES.test(one));
}

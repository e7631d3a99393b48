import { Parser } from 'htmlparser2';
import { DepthLimit } from '../depth-limit.js';
import { isNamedFurniture, isNeverRead, isPageLine } from './boilerplate.js';

type Attributes = Readonly<Record<string, string>>;

/** How the usual systems behind government pages name the part that holds the document. */
const NAMES =
  /^(?:ucap-?content|zoom|zoomcon|trs_editor|trs_editor_view|trs_ueditor|trs_word|custom_unionstyle|view|art_?con(?:tent)?|article-?con(?:tent)?|article|article_?body|content-?text|con_?text|text_?con|main-?te?xt|news_?conte?nt?|newscontnet|v_news_content|detail-?con(?:tent)?|info-?content|xxgk_?con(?:tent)?|pages_content|vsb_content(?:_\d+)?|mycontent|contentbox|js_content|rich_media_content|b12c|j-fontcontent|cont_?txt|wz_?con|text)$/i;
const CONTAINERS = new Set('div td section article main center ucapcontent'.split(' '));
/** A part with a known name is taken for the document when it holds so much of what the page says outside of links. */
const ENOUGH = 0.5;
/** Any other part only when hardly anything stands outside of it: of all, and in characters. */
const NEARLY_ALL = 0.92;
const MOST_OUTSIDE = 400;
const LEAST_PROSE = 60;

/** Which elements of a page to read; an element's number is its place among all that are opened. */
export interface PageSurvey {
  /** Nothing: the whole page. */
  readonly main: ReadonlySet<number> | undefined;
  /** The elements of the site, not of the document. */
  readonly skipped: ReadonlySet<number>;
  /** The heading that stands outside of the document's part. */
  readonly title: string | undefined;
}

interface Part {
  readonly number: number;
  readonly name: string | undefined;
  readonly isContainer: boolean;
  readonly isFurniture: boolean;
  readonly depth: number;
  /** The outermost open part with the same name is this one. */
  readonly isOutermost: boolean;
  prose: number;
}

/** Looks through a page once to find what to read of it. */
export function surveyPage(html: string): PageSurvey {
  const parts: Part[] = [];
  const open = new OpenParts();
  const title = new TitleFinder();
  const depth = new DepthLimit();
  let number = -1;
  let ignored = 0;
  let links = 0;
  let total = 0;
  let furniture = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      number += 1;
      depth.open();
      if (ignored > 0 || isNeverRead(name, attributes)) {
        title.meta(name, attributes);
        ignored += 1;
        return;
      }
      if (name === 'a') links += 1;
      title.open(name);
      const part = toPart(number, name, attributes, open);
      open.push(part);
      if (part) parts.push(part);
    },
    onclosetag: (name) => {
      depth.close();
      if (ignored > 0) {
        ignored -= 1;
        return;
      }
      if (name === 'a') links -= 1;
      title.close(name);
      open.pop();
    },
    ontext: (text) => {
      if (ignored > 0) return;
      title.text(text);
      if (links > 0 || isPageLine(text)) return;
      const { length } = text.replace(/[\s\u00a0\u3000]+/g, '');
      total += length;
      if (open.isInFurniture) furniture += length;
      if (open.nearest) open.nearest.prose += length;
    },
  });
  parser.end(html);
  const skipped = new Set(
    parts
      .filter(({ isFurniture, prose }) => isFurniture && prose < total * ENOUGH)
      .map((part) => part.number),
  );
  const outside = furniture < total * ENOUGH ? furniture : 0;
  return { main: findMain(parts, total - outside), skipped, title: title.found };
}

/** The elements that are open, of which most are no parts. Every question costs the same however many are open. */
class OpenParts {
  nearest: Part | undefined;
  depth = 0;
  private readonly stack: { readonly part: Part | undefined; readonly above: Part | undefined }[] = [];
  private readonly names = new Map<string, number>();
  private furniture = 0;

  get isInFurniture(): boolean {
    return this.furniture > 0;
  }

  has(name: string): boolean {
    return (this.names.get(name) ?? 0) > 0;
  }

  push(part: Part | undefined): void {
    this.stack.push({ part, above: this.nearest });
    this.depth += 1;
    if (part) this.count(part, 1);
    this.nearest = part ?? this.nearest;
  }

  pop(): void {
    const closed = this.stack.pop();
    if (!closed) return;
    this.depth -= 1;
    this.nearest = closed.above;
    if (!closed.part) return;
    this.count(closed.part, -1);
    if (closed.above) closed.above.prose += closed.part.prose;
  }

  private count({ name, isFurniture }: Part, by: 1 | -1): void {
    if (isFurniture) this.furniture += by;
    if (name !== undefined) this.names.set(name, (this.names.get(name) ?? 0) + by);
  }
}

function toPart(number: number, name: string, attributes: Attributes, open: OpenParts): Part | undefined {
  const isFurniture = isNamedFurniture(name, attributes);
  const known = knownName(name, attributes);
  const isContainer = CONTAINERS.has(name);
  if (!isFurniture && !isContainer && known === undefined) return undefined;
  const isOutermost = known === undefined || !open.has(known);
  return { number, name: known, isContainer, isFurniture, depth: open.depth, isOutermost, prose: 0 };
}

function findMain(parts: readonly Part[], total: number): ReadonlySet<number> | undefined {
  const sums = new Map<string, number>();
  for (const { name, isOutermost, isFurniture, prose } of parts)
    if (name !== undefined && isOutermost && !isFurniture) sums.set(name, (sums.get(name) ?? 0) + prose);
  const named = [...sums].filter(([, prose]) => prose >= total * ENOUGH && prose > 0);
  // Where names are nested, the inner one says more exactly where the document is: it holds the least.
  const [best] = named.sort(([, a], [, b]) => a - b);
  if (best) {
    const chosen = parts.filter(({ name, isOutermost }) => name === best[0] && isOutermost);
    return new Set(chosen.map(({ number }) => number));
  }
  const holding = parts.filter(
    ({ isContainer, prose }) => isContainer && prose >= total * NEARLY_ALL && total - prose <= MOST_OUTSIDE,
  );
  const deepest = holding.sort((a, b) => b.depth - a.depth)[0];
  return deepest && total >= LEAST_PROSE ? new Set([deepest.number]) : undefined;
}

function knownName(element: string, attributes: Attributes): string | undefined {
  if (element === 'article' || element === 'ucapcontent') return element;
  const names = [attributes['id'] ?? '', ...(attributes['class'] ?? '').split(/\s+/)];
  return names.find((one) => NAMES.test(one))?.toLowerCase();
}

/** The title of the document as the page names it: in its description, or as its one heading of the first order. */
class TitleFinder {
  private described: string | undefined;
  private readonly headings: string[] = [];
  private words: string[] | undefined;

  get found(): string | undefined {
    const [heading] = this.headings.length === 1 ? this.headings : [];
    const title = (this.described ?? heading ?? '').replace(/\s+/g, ' ').trim();
    return /(?:通知|方案|计划|意见|规划|要点|清单|办法|报告|分工|任务|措施|实事)/.test(title)
      ? title
      : undefined;
  }

  meta(element: string, attributes: Attributes): void {
    if (element === 'meta' && /^(?:ArticleTitle|title)$/i.test(attributes['name'] ?? ''))
      this.described ??= attributes['content'];
  }

  open(element: string): void {
    if (element === 'h1') this.words = [];
  }

  close(element: string): void {
    if (element !== 'h1' || !this.words) return;
    this.headings.push(this.words.join(''));
    this.words = undefined;
  }

  text(text: string): void {
    this.words?.push(text);
  }
}

/**
 * Runs in the page: texts of different elements that lie upon each other, so that neither can be read. Whatever lies over the
 * page on purpose (dialog, drawer, menu, a head that stays while the page moves) is compared with what lies there with it.
 */
export function overlappingTexts(): string[] {
  interface Line {
    element: Element;
    text: string;
    box: DOMRect;
    layer: Element | null;
  }
  /** So much of the smaller one's area under another makes it hard to read; letters reach out of their lines by less. */
  const SHARE = 0.2;
  const LEAST = 3;

  /** A cell that stays while its table is moved sideways lies over nothing where the table was not moved. */
  const isAtItsPlace = (cell: Element): boolean => {
    if (!cell.matches('td, th')) return false;
    for (let each = cell.parentElement; each !== null; each = each.parentElement) {
      if (each.scrollLeft !== 0) return false;
      if (each.matches('.ant-table-wrapper')) return true;
    }
    return true;
  };
  /** The nearest that is lifted out of the page's flow over it: that is a layer of its own. */
  const layerOf = (element: Element): Element | null => {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { position } = getComputedStyle(each);
      if (position === 'fixed' || (position === 'sticky' && !isAtItsPlace(each))) return each;
      if (each.matches('.ant-dropdown, .ant-select-dropdown, .ant-popover, .ant-tooltip, .ant-message'))
        return each;
    }
    return null;
  };
  /** What of a box is to be seen through everything that cuts it. */
  const seenOf = (element: Element, box: DOMRect): DOMRect => {
    let { left, right, top, bottom } = box;
    for (
      let each: Element | null = element;
      each !== null && each !== document.body;
      each = each.parentElement
    ) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const around = each.getBoundingClientRect();
      if (overflowX !== 'visible')
        [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
      if (overflowY !== 'visible')
        [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  /** A font asks for more room above and below than its letters take: about the size that it is set in. */
  const inkOf = ({ left, top, width, height }: DOMRect, size: number): DOMRect => {
    const spare = Math.max(0, height - size) / 2;
    return new DOMRect(left, top + spare, width, height - 2 * spare);
  };

  const lines: Line[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue?.trim() ?? '';
    if (element === null || text === '' || !(element instanceof HTMLElement)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest('.visually-hidden, [aria-live], script, style, noscript') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const layer = layerOf(element);
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    for (const rect of range.getClientRects()) {
      const box = seenOf(element, inkOf(rect, size));
      if (box.width > LEAST && box.height > LEAST) lines.push({ element, text, box, layer });
    }
  }

  const found = new Set<string>();
  const name = ({ element, text }: Line): string =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${text.slice(0, 30)}`;
  const byTop = lines.toSorted((a, b) => a.box.top - b.box.top);
  for (const [place, one] of byTop.entries()) {
    for (let next = place + 1; next < byTop.length; next += 1) {
      const other = byTop[next];
      if (other === undefined || other.box.top >= one.box.bottom) break;
      if (one.element === other.element || one.layer !== other.layer) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width <= LEAST || height <= LEAST) continue;
      const smaller = Math.min(one.box.width * one.box.height, other.box.width * other.box.height);
      if (width * height > SHARE * smaller) found.add(`${name(one)} lies upon ${name(other)}`);
    }
  }
  return [...found];
}

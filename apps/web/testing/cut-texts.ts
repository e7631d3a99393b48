/**
 * Runs in the page: every text that a person cannot read to its end, and whatever makes the page wider than its window.
 * A text that ends in an ellipsis on purpose has its whole words in a `title`.
 */
export function cutTexts(): string[] {
  /** With an ellipsis. */
  const LEAST_LETTERS = 3;
  const found: string[] = [];
  const width = window.innerWidth;
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} wide in a window of ${width}`);

  const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const withinScroller = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null && each !== page; each = each.parentElement) {
      if (scrolls(each)) return true;
    }
    return false;
  };
  // What of a line that ends in an ellipsis stands behind it, its whole words in a title around.
  const behindAnEllipsis = (element: Element): boolean => {
    for (let each = element.parentElement; each !== null; each = each.parentElement) {
      const { display, overflowX, textOverflow } = getComputedStyle(each);
      if (display === 'inline') continue;
      return textOverflow === 'ellipsis' && overflowX !== 'visible' && each.closest('[title]') !== null;
    }
    return false;
  };
  const hasOwnText = (element: Element): boolean =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim() !== '');
  const isOneLetterALine = (element: Element): boolean => {
    if (!/^horizontal/.test(getComputedStyle(element).writingMode) || element.textContent.trim().length < 4)
      return false;
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = [...range.getClientRects()];
    const letter = Number.parseFloat(getComputedStyle(element).fontSize);
    const tops = new Set(lines.map(({ top }) => Math.round(top)));
    return tops.size >= 4 && lines.every(({ width: wide }) => wide < 1.6 * letter);
  };
  const forTheEarOnly = (element: Element): boolean =>
    element.closest('.visually-hidden, [aria-live]') !== null;
  const tell = (element: Element, what: string): void => {
    const text = element.textContent.trim().slice(0, 40);
    found.push(`<${element.tagName.toLowerCase()} class="${element.className}"> ${what}: ${text}`);
  };

  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // Text in a drawing has no box of its own; where it is cut, the drawing is.
    if (!(element instanceof HTMLElement)) continue;
    if (!shown || !hasOwnText(element) || forTheEarOnly(element)) continue;
    const { textOverflow, overflowX, overflowY } = getComputedStyle(element);
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = element;
    const wider = clientWidth > 0 && scrollWidth > clientWidth + 1 && !scrolls(element);
    const onPurpose =
      textOverflow === 'ellipsis' &&
      overflowX !== 'visible' &&
      element.closest('[title]:not([title=""])') !== null;
    if (wider && !onPurpose) tell(element, `is cut at ${clientWidth} of ${scrollWidth}`);
    // What is shortened on purpose still says something.
    const letter = Number.parseFloat(getComputedStyle(element).fontSize);
    const isHidden = /hidden|clip/.test(overflowX);
    if (isHidden && scrollWidth > clientWidth + 1 && clientWidth < LEAST_LETTERS * letter)
      tell(element, `is shortened to ${clientWidth} of ${scrollWidth}`);
    if (isOneLetterALine(element)) tell(element, 'is written one letter a line');
    if (/hidden|clip/.test(overflowY) && clientHeight > 0 && scrollHeight > clientHeight + 1)
      tell(element, `is cut below ${clientHeight} of ${scrollHeight}`);
    const { left, right } = element.getBoundingClientRect();
    const outside = right > width + 1 || left < -1;
    if (outside && !withinScroller(element) && !behindAnEllipsis(element))
      tell(element, 'is outside of the window');
  }
  return found;
}

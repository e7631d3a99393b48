import type { Page } from 'playwright-core';

/**
 * Runs in the page, with the colours of the system alone: what is chosen but looks like what is not, fields and buttons without
 * an edge, and what has the focus without a frame around it. Grounds and shadows are gone there, so lines have to say it.
 */
function notSaidByLines(): string[] {
  const MOST = 40;
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const seen = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(isSeen);
  const hasOutline = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  const hasEdge = (style: CSSStyleDeclaration): boolean =>
    hasOutline(style) ||
    (style.borderBottomStyle !== 'none' && Number.parseFloat(style.borderBottomWidth) > 0);
  /** All that lines and letters say of an element, and of what is drawn before and after it. */
  const linesOf = (element: Element): string =>
    [null, '::before', '::after']
      .map((part) => {
        const style = getComputedStyle(element, part);
        // Other grounds are told here as they were written, and not drawn.
        const ground = style.forcedColorAdjust === 'none' ? style.backgroundColor : '';
        const { outlineStyle, outlineWidth, borderStyle, borderWidth, fontWeight, content } = style;
        return [outlineStyle, outlineWidth, borderStyle, borderWidth, ground, fontWeight, content].join();
      })
      .join(' | ');
  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`;
  const found: string[] = [];

  const CHOSEN: readonly (readonly [chosen: string, other: string])[] = [
    ['.ant-segmented-item-selected', '.ant-segmented-item:not(.ant-segmented-item-selected)'],
    ['.ant-radio-checked', '.ant-radio:not(.ant-radio-checked)'],
    ['.ant-checkbox-checked', '.ant-checkbox:not(.ant-checkbox-checked)'],
    ['[aria-current="true"]', '[aria-current="false"]'],
    ['[aria-pressed="true"]', '[aria-pressed="false"]'],
    ['a[aria-current="page"]', 'nav a:not([aria-current])'],
  ];
  for (const [chosen, other] of CHOSEN) {
    const [one] = seen(chosen);
    const [another] = seen(other);
    if (one !== undefined && another !== undefined && linesOf(one) === linesOf(another))
      found.push(`chosen, and not seen to be: ${called(one)}`);
  }

  for (const field of seen(
    'input[type="text"], input[type="date"], textarea, button.ant-btn, .plain-button',
  )) {
    // Links that are buttons have their words, and fields within a frame the frame.
    if (/ant-btn-(?:link|text)|ant-select/u.test(field.className) || field.closest('.ant-select') !== null)
      continue;
    const framed = field.closest('.ant-input-affix-wrapper, .ant-input-number, .ant-picker') ?? field;
    if (!hasEdge(getComputedStyle(framed))) found.push(`without an edge: ${called(field)}`);
  }

  const before = document.activeElement;
  for (const stop of seen('main a[href], main button:enabled, main input, main textarea, nav a').slice(
    0,
    MOST,
  )) {
    const framed =
      stop.closest('.ant-select, .ant-input-affix-wrapper, .ant-radio, .ant-checkbox, .ant-segmented-item') ??
      stop;
    const usual = linesOf(framed);
    stop.focus({ focusVisible: true });
    if (document.activeElement === stop && !hasOutline(getComputedStyle(stop)) && linesOf(framed) === usual)
      found.push(`has the focus, and no frame: ${called(stop)}`);
  }
  if (before instanceof HTMLElement) before.focus();
  return [...new Set(found)];
}

/** Looks at the page that is open with the colours of the system alone (high contrast), and leaves it as it was. */
export async function amissInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  try {
    return (await page.evaluate(notSaidByLines)).map((text) => `forced colours: ${text}`);
  } finally {
    await page.emulateMedia({ forcedColors: null });
  }
}

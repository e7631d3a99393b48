/**
 * Runs in the page: whether a wide window is left empty beside the page's own content: what is drawn in it (texts, frames,
 * grounds) reaches over less than four fifths of what the navigation leaves. What lies over the page is not looked at.
 */
export function lostWidth(): string[] {
  const LEAST = 0.8;
  const main = document.querySelector('main');
  if (main === null) return [];
  const isDrawn = (element: Element): boolean => {
    const { borderTopWidth, backgroundColor, backgroundImage } = getComputedStyle(element);
    const hasText = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim() !== '',
    );
    const hasGround = backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
    return hasText || hasGround || Number.parseFloat(borderTopWidth) > 0;
  };
  const from = document.querySelector('.shell-nav')?.getBoundingClientRect().right ?? 0;
  let left = Infinity;
  let right = -Infinity;
  for (const element of main.querySelectorAll('*')) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !isDrawn(element))
      continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
  }
  const share = (Math.min(right, window.innerWidth) - Math.max(left, from)) / (window.innerWidth - from);
  return share >= LEAST ? [] : [`the content takes ${Math.round(100 * share)} % of the window’s width`];
}

const FURNITURE: readonly RegExp[] = [
  /^[-—–]+\d{1,4}[-—–]+$/,
  /^[·~•]\d{1,4}[·~•]$/,
  /^\d{1,3}$/,
  /^\d{1,4}\/\d{1,4}$/,
  /^[Pp]age\d{1,4}(?:of\d{1,4})?$/,
  /^第\d{1,4}页(?:[，/]?共\d{1,4}页)?$/,
  /^您?(?:当前的?|所在的?)?位置：/,
  /^(?:【[^】牵责负局]{2,8}】){1,6}$/,
  /^(?:分享到?|打印|关闭|字体|字号|浏览次数|点击数|责任编辑|上一篇|下一篇)：/,
  /^(?:分享到?|打印本页|关闭窗口|返回顶部)$/,
];

/** How they begin: asked of every line of a document. */
const BEGINNINGS = new Set('-—–·~•0123456789第您当所位【分打关字浏点责上下返Pp');

/** Is this (normalised) line something that the page or the site printed, not the document: page numbers, print links? */
export function isPageFurniture(line: string): boolean {
  return (
    line.length > 0 &&
    line.length <= 80 &&
    BEGINNINGS.has(line.charAt(0)) &&
    FURNITURE.some((form) => form.test(line.replaceAll(' ', '')))
  );
}

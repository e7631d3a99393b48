/** Characters that XML cannot hold are written as `_x000D_` in workbooks. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => {
    const point = parseInt(code, 16);
    return point === 0x0d ? '\n' : String.fromCharCode(point);
  });
}

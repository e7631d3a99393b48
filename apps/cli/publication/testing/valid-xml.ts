/**
 * Reads XML strictly enough for a feed: one root, tags that close in order, no bare `&` or `<`, attributes in quotation
 * marks. @throws Error where it is none
 *
 * @returns the addresses that stand in it
 */
export function validXml(xml: string): { addresses: string[] } {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u, '');
  if (body === xml) throw new Error('no declaration');
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  for (const match of body.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/gu)) {
    plain(body.slice(at, match.index), open.length > 0);
    at = match.index + match[0].length;
    const [, closes, name = '', , empty] = match;
    if (closes === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      if (open.length === 0) roots += 1;
      if (empty !== '/') open.push(name);
    }
  }
  plain(body.slice(at), false);
  if (open.length > 0 || roots !== 1) throw new Error(`left open: ${open.join(' ')}; roots: ${roots}`);
  const found = [...body.matchAll(/(?:href="|<(?:link|loc)>)(https?:[^"<]+)/gu)];
  return { addresses: found.flatMap(([, address = '']) => address.replaceAll('&amp;', '&')) };
}

function plain(words: string, inside: boolean): void {
  if (words.includes('<') || /&(?!(amp|lt|gt|quot|apos|#\d+);)/u.test(words))
    throw new Error(`not escaped: ${words.slice(0, 80)}`);
  if (!inside && words.trim() !== '') throw new Error(`outside of the root: ${words.slice(0, 80)}`);
}

/**
 * The cells of a block as table programmes put it on the clipboard: tabs between cells, lines between rows, quotation
 * marks around what holds either (doubled inside). A last empty line is none.
 */
export function tabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const [cell, next] = source[at] === '"' ? quoted(source, at) : plain(source, at);
    row.push(cell);
    if (source[next] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (next >= source.length) return rows;
    at = next + 1;
  }
}

function plain(source: string, from: number): [string, number] {
  let to = from;
  while (to < source.length && source[to] !== '\t' && source[to] !== '\n') to += 1;
  return [source.slice(from, to), to];
}

/** A quotation mark that is never closed is one of the text's own. */
function quoted(source: string, from: number): [string, number] {
  for (let to = source.indexOf('"', from + 1); to >= 0; to = source.indexOf('"', to + 1)) {
    if (source[to + 1] === '"') to += 1;
    else if (to + 1 === source.length || /[\t\n]/.test(source[to + 1] ?? ''))
      return [source.slice(from + 1, to).replaceAll('""', '"'), to + 1];
    else break;
  }
  return plain(source, from);
}

/** One array. It has its closing bracket when it is whole, and is no JSON before. */
export async function* jsonArrayPieces(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = '[';
  for await (const items of pages) {
    if (items.length === 0) continue;
    yield before + items.map((item) => JSON.stringify(item)).join(',\n');
    before = ',\n';
  }
  yield before === '[' ? '[]\n' : ']\n';
}

/** A line of JSON each. */
export async function* jsonLinePieces(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  for await (const items of pages)
    if (items.length > 0) yield items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

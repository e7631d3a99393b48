import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  csvPieces,
  fileDisposition,
  jsonArrayPieces,
  jsonLinePieces,
  writeSheet,
  type Cell,
} from './index.js';

async function* paged<T>(...pages: T[][]): AsyncGenerator<T[]> {
  for (const page of pages) yield await Promise.resolve(page);
}
async function* breaking<T>(page: T[]): AsyncGenerator<T[]> {
  yield await Promise.resolve(page);
  throw new Error('the database went away');
}
const whole = async (pieces: AsyncIterable<string>): Promise<string> => text(Readable.from(pieces));

/** Fields of CSV as RFC 4180 has them, by another hand than the one that wrote them. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? '';
    if (quoted && sign === '"' && csv[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || (sign === '\r' && csv[at + 1] === '\n'))) {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\r') {
        at += 1;
        rows.push([]);
      }
    } else field += sign;
  }
  rows.pop();
  return rows;
}

describe('a table as CSV', () => {
  test('begins with a byte order mark, ends its lines with CRLF, and doubles quotation marks', async () => {
    expect(
      await whole(csvPieces(['编号', '说明'], paged<Cell[]>([['A1', '含"引号"，和,逗号']], [['A2', null]]))),
    ).toBe('\uFEFF编号,说明\r\nA1,"含""引号""，和,逗号"\r\nA2,\r\n');
  });

  test.each(['=1+1', '+8613800000000', '-2+3', '@SUM(A1)', '\t=1', '  =cmd|x', '＝1', '－1', '\r=1'])(
    'does not let %j be computed',
    async (cell) => {
      const [, [field]] = fieldsOf((await whole(csvPieces(['x'], paged<Cell[]>([[cell]])))).slice(1)) as [
        string[],
        string[],
      ];
      expect(field).toBe(`'${cell}`);
    },
  );

  test('leaves numbers as numbers, also negative ones', async () => {
    expect(await whole(csvPieces(['x'], paged<Cell[]>([[-2.5], [true]])))).toBe('\uFEFFx\r\n-2.5\r\n是\r\n');
  });

  test('says the same as was put in, whatever the words', async () => {
    const cell = fc
      .string({ unit: 'grapheme-composite', maxLength: 20 })
      .filter((one) => !/^[\s=+\-@＝＋－＠|%]/u.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (rows) => {
        const csv = await whole(csvPieces(['a', 'b'], paged<Cell[]>(rows)));
        expect(fieldsOf(csv.slice(1)).slice(1)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list as JSON', () => {
  test('is one array, also of nothing', async () => {
    expect(JSON.parse(await whole(jsonArrayPieces(paged([{ a: 1 }], [], [{ a: 2 }]))))).toEqual([
      { a: 1 },
      { a: 2 },
    ]);
    expect(await whole(jsonArrayPieces(paged([])))).toBe('[]\n');
    expect(await whole(jsonLinePieces(paged([{ a: 1 }], [{ a: 2 }])))).toBe('{"a":1}\n{"a":2}\n');
  });

  test('is not to be read where it broke off', async () => {
    const pieces: string[] = [];
    await expect(
      (async () => {
        for await (const piece of jsonArrayPieces(breaking([{ a: 1 }]))) pieces.push(piece);
      })(),
    ).rejects.toThrow('the database went away');
    expect(() => JSON.parse(pieces.join('')) as unknown).toThrow();
  });
});

describe('a table as a workbook', () => {
  const bytesOf = async (stream: Readable): Promise<Buffer> =>
    Buffer.concat((await stream.toArray()) as Buffer[]);

  test('can be opened, and has texts where texts were put in', async () => {
    const bytes = await bytesOf(
      writeSheet('任务台账', ['编号', '进度'], paged<Cell[]>([['=1+1', 40]], [['A\u0002B', null]])),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('任务台账');
    const rows = [1, 2, 3].map((row) => [1, 2].map((column) => sheet?.getCell(row, column).value));
    expect(rows).toEqual([
      ['编号', '进度'],
      ['=1+1', 40],
      ['AB', null],
    ]);
    expect(sheet?.getCell(2, 1).type).toBe(ExcelJS.ValueType.String);
  });

  test('breaks off with what broke it, without the directory at its end', async () => {
    const stream = writeSheet('x', ['a'], breaking([['b']]));
    await expect(stream.toArray()).rejects.toThrow('the database went away');
  });

  test('asks for no more than its reader takes', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Cell[][]> {
      for (;;) {
        asked += 1;
        // Nothing that packs well: what goes in comes out.
        yield await Promise.resolve(
          Array.from({ length: 200 }, () => [Math.random().toString(36).repeat(8)]),
        );
      }
    }
    const stream = writeSheet('x', ['a'], endless());
    // Until it waits for its reader, however long that takes.
    while (!stream.writableNeedDrain) await new Promise((resolve) => setImmediate(resolve));
    // What it packs meanwhile is packed by other threads, and more is asked for when they are through.
    for (let then = -1; then !== asked && asked < 100;) {
      then = asked;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(asked).toBeLessThan(100);
    stream.destroy();
  });
});

test('a file has its name in Chinese, and one in ASCII beside it', () => {
  expect(fileDisposition("任务台账 (1)'.csv", '任务.csv')).toBe(
    `attachment; filename="--.csv"; filename*=UTF-8''%E4%BB%BB%E5%8A%A1%E5%8F%B0%E8%B4%A6%20%281%29%27.csv`,
  );
});

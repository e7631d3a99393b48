import { StreamableFile } from '@nestjs/common';
import { pipeline, Readable, type Transform } from 'node:stream';
import type { ExportColumn, ExportFormat, ExportTable } from '#contract';
import { csvPieces, fileDisposition, jsonArrayPieces, jsonLinePieces, writeSheet, type Cell } from '#export';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const;

/**
 * Everything of a list as a file. It has no length beforehand: it is sent in chunks, of which the last one is missing
 * where it broke off, so that no reader takes half of it for the whole (the connection is cut, not ended).
 *
 * @param table with the columns that are wanted
 * @param pick of an item what is wanted in JSON
 * @param end called once, when the file is through or nobody reads it any more
 * @param squeezed through what it is sent
 */
export function exportFile<I>(
  format: ExportFormat,
  table: ExportTable<I>,
  pages: AsyncGenerator<readonly I[]>,
  pick: (item: I) => unknown,
  end: () => void,
  squeezed?: Transform,
): StreamableFile {
  const stream = streamOf(format, table, pages, pick);
  stream.once('close', () => {
    end();
    void pages.return(undefined);
  });
  // Where one of both ends too early, so does the other: what breaks off is not ended as if it were whole.
  const sent = squeezed === undefined ? stream : pipeline(stream, squeezed, () => undefined);
  const file = new StreamableFile(sent, {
    type: MEDIA_TYPES[format],
    disposition: fileDisposition(`${table.label}.${format}`, `${table.name}.${format}`),
  });
  file.setErrorHandler((_error, response) => {
    response.destroy?.();
  });
  return file;
}

function streamOf<I>(
  format: ExportFormat,
  table: ExportTable<I>,
  pages: AsyncGenerator<readonly I[]>,
  pick: (item: I) => unknown,
): Readable {
  const headings = table.columns.map(({ heading }) => heading);
  switch (format) {
    case 'csv':
      return Readable.from(csvPieces(headings, inRows(table.columns, pages)), { highWaterMark: 2 });
    case 'xlsx':
      return writeSheet(table.label, headings, inRows(table.columns, pages));
    case 'json':
      return Readable.from(jsonArrayPieces(picked(pages, pick)), { highWaterMark: 2 });
    case 'jsonl':
      return Readable.from(jsonLinePieces(picked(pages, pick)), { highWaterMark: 2 });
  }
}

async function* picked<I>(
  pages: AsyncGenerator<readonly I[]>,
  pick: (item: I) => unknown,
): AsyncGenerator<unknown[]> {
  for await (const items of pages) yield items.map(pick);
}

async function* inRows<I>(
  columns: readonly ExportColumn<I>[],
  pages: AsyncGenerator<readonly I[]>,
): AsyncGenerator<Cell[][]> {
  for await (const items of pages)
    yield items.map((item) =>
      columns.map((column) => {
        const cell = column.of(item);
        return column.instant === true && typeof cell === 'string' ? inCivilTime(cell) : cell;
      }),
    );
}

const EIGHT_HOURS_MS = 8 * 3_600_000;
/** As it stands on the screen: 2024-04-12 17:30, Asia/Shanghai. */
const inCivilTime = (at: string): string =>
  new Date(Date.parse(at) + EIGHT_HOURS_MS).toISOString().slice(0, 16).replace('T', ' ');

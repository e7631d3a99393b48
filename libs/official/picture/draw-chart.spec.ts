import { crc32, inflateSync } from 'node:zlib';
import type { Chart } from '#charts';
import { writeHtml } from '../page/write-html.js';
import { bulletin } from '../testing/sample-documents.js';
import { drawChart } from './draw-chart.js';
import { drawnPictures } from './drawn-pictures.js';
import { drawPng } from './draw-png.js';
import { packPixels, pngOf } from './pack-pixels.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('skipped: charts are drawn as pictures in CI\n');

const progress: Chart = {
  kind: 'progress',
  counted: '个行动',
  rows: [
    { name: '产业提升行动 <A>"&', progress: 30, expected: 52.4, schedule: 'behind' },
    { name: '环境整治行动', progress: 60, expected: 52.4, schedule: 'onTrack' },
  ],
};
const ladder: Chart = { kind: 'funnel', counted: '份', rungs: [{ label: '提醒函', count: 3 }] };

describe('a chart that the server draws', () => {
  it('is the same bytes whatever was drawn before it, and names nothing after the order', async () => {
    const first = await drawChart(progress);
    await drawChart(ladder);
    expect(await drawChart(progress)).toBe(first);
    expect(first).not.toMatch(/zr\d|ecmeta|dominant-baseline|<style|<script|on\w+=/u);
  });

  it('has every name, escaped, and the hatching that grey paper needs', async () => {
    const svg = await drawChart(progress);
    expect(svg).toContain('产业提升行动 &lt;A&gt;');
    expect(svg).toContain('<pattern');
    expect(svg).toContain('30%/52.4% 差22.4点');
  });

  it('is drawn with the whole document, once, and stands in the page with its number and its words', async () => {
    const picture = {
      kind: 'picture' as const,
      caption: '各行动进度',
      alternative: '两个行动。',
      svg: '',
      size: { width: 624, height: 120 },
      chart: progress,
    };
    const document = { ...bulletin(1, 1), body: [picture], annexes: [{ title: '情况图', body: [picture] }] };
    expect(writeHtml(document)).toContain('<p class="official-text">两个行动。</p>');
    const drawn = await drawnPictures(document);
    const page = writeHtml(drawn);
    expect(page).toMatch(/图1\u3000各行动进度.*图2\u3000各行动进度/su);
    expect(page).toContain('alt="两个行动。"');
    expect(JSON.stringify(drawn)).not.toContain('"chart"');
    expect(await drawnPictures(drawn)).toBe(drawn);
  });

  inCi('is painted in the typeface that we ship', async () => {
    const png = await drawPng({ svg: await drawChart(progress) }, 624);
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(png.length).toBeGreaterThan(4_000);
  });
});

describe('pixels packed as PNG packs them', () => {
  it('come out again as they went in, without their opacity', async () => {
    const [width, height] = [5, 4];
    // Rows that differ, one that is as the one above, and a place that wraps below nought.
    const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : Math.floor(at / (width * 8)) % 2 === 0 ? 250 : (at * 7) % 256,
    );
    const packed = await packPixels(width, height, pixels);
    const rows = inflateSync(packed.data);
    const above = new Uint8Array(width * 3);
    for (let y = 0; y < height; y += 1) {
      const row = rows.subarray(y * (width * 3 + 1), (y + 1) * (width * 3 + 1));
      expect(row[0]).toBe(2);
      for (let x = 0; x < width * 3; x += 1) above[x] = (row[x + 1] ?? 0) + (above[x] ?? 0);
      const wanted = [...pixels.subarray(y * width * 4, (y + 1) * width * 4)].filter(
        (__, at) => at % 4 !== 3,
      );
      expect([...above]).toEqual(wanted);
    }
    const png = Buffer.from(pngOf(packed));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(png.readUInt32BE(png.length - 4)).toBe(crc32('IEND'));
  });
});

import type { ScoreComparison } from './compare-scores.js';

const ROW = 20;
const GAP = 10;
const LEFT = 220;
const BAR = 560;
const TOP = 92;
const BEFORE = '#9aa7b8';
const AFTER = '#1f5fbf';

/**
 * Scores under two schemes as an SVG picture: above what the scheme in force gives, below what the tried one would. The
 * figure stands beside each bar, so that nobody depends on the colour. Self-contained: no script, no font, no address.
 *
 * @param stretch the days that were scored, in words
 */
export function drawScores({ before, after, units }: ScoreComparison, stretch: string): string {
  const most = Math.max(1, ...units.flatMap((one) => [one.before.total, one.after.total]));
  const rows = groupsOf(units);
  const height = TOP + rows.length * 28 + units.length * (2 * ROW + GAP) + 24;
  let y = TOP;
  const parts: string[] = [];
  for (const { group, of } of rows) {
    parts.push(text(16, y + 16, group, 14, '#1a1a1a', 'start', true));
    y += 28;
    for (const one of of) {
      parts.push(
        text(LEFT - 52, y + ROW + 3, shortened(one.name), 13, '#1a1a1a', 'end'),
        text(LEFT - 8, y + 14, '现行', 11, '#555', 'end'),
        bar(y, one.before, most, BEFORE),
        text(LEFT - 8, y + ROW + 14, '预演', 11, '#555', 'end'),
        bar(y + ROW, one.after, most, AFTER),
      );
      y += 2 * ROW + GAP;
    }
  }
  const width = LEFT + BAR + 130;
  const title = `考核办法预演：${after.label}（第${after.version}版）`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif">`,
    `<title>${escaped(`${title}，${stretch}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(16, 30, title, 18, '#1a1a1a', 'start', true),
    text(16, 52, `${stretch}；现行办法：${before.label}（第${before.version}版）`, 12, '#555'),
    `<rect x="16" y="62" width="14" height="14" fill="${BEFORE}"/>${text(36, 74, '现行办法得分', 12, '#333')}`,
    `<rect x="136" y="62" width="14" height="14" fill="${AFTER}"/>${text(156, 74, '预演得分', 12, '#333')}`,
    ...(units.length === 0 ? [text(16, TOP + 14, '这段时间没有可以计分的事项。', 13, '#555')] : []),
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function groupsOf(units: ScoreComparison['units']): { group: string; of: ScoreComparison['units'] }[] {
  const names = [...new Set(units.map(({ group }) => group))];
  return names.map((group) => ({ group, of: units.filter((one) => one.group === group) }));
}

function bar(
  y: number,
  { total, rank }: { total: number; rank: number | null },
  most: number,
  fill: string,
): string {
  const wide = (Math.max(0, total) / most) * BAR;
  const place = rank === null ? '' : `（第${rank}名）`;
  return `<rect x="${LEFT}" y="${y + 2}" width="${wide.toFixed(1)}" height="${ROW - 5}" fill="${fill}"/>${text(LEFT + wide + 6, y + 14, `${total}${place}`, 11, '#333')}`;
}

const shortened = (name: string): string => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

const text = (
  x: number,
  y: number,
  words: string,
  size: number,
  fill: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  bold = false,
): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''}>${escaped(words)}</text>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (words: string): string =>
  words
    // What XML cannot hold at all.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);

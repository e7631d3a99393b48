import { escapedForXml, shortenedName, svgText } from '#charts';
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
    parts.push(svgText(16, y + 16, group, { size: 14, fill: '#1a1a1a', bold: true }));
    y += 28;
    for (const one of of) {
      parts.push(
        svgText(LEFT - 52, y + ROW + 3, shortenedName(one.name), {
          size: 13,
          fill: '#1a1a1a',
          anchor: 'end',
        }),
        svgText(LEFT - 8, y + 14, '现行', { size: 11, fill: '#555', anchor: 'end' }),
        bar(y, one.before, most, BEFORE),
        svgText(LEFT - 8, y + ROW + 14, '预演', { size: 11, fill: '#555', anchor: 'end' }),
        bar(y + ROW, one.after, most, AFTER),
      );
      y += 2 * ROW + GAP;
    }
  }
  const width = LEFT + BAR + 130;
  const title = `考核办法预演：${after.label}（第${after.version}版）`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif">`,
    `<title>${escapedForXml(`${title}，${stretch}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    svgText(16, 30, title, { size: 18, fill: '#1a1a1a', bold: true }),
    svgText(16, 52, `${stretch}；现行办法：${before.label}（第${before.version}版）`, {
      size: 12,
      fill: '#555',
    }),
    `<rect x="16" y="62" width="14" height="14" fill="${BEFORE}"/>${svgText(36, 74, '现行办法得分', { size: 12, fill: '#333' })}`,
    `<rect x="136" y="62" width="14" height="14" fill="${AFTER}"/>${svgText(156, 74, '预演得分', { size: 12, fill: '#333' })}`,
    ...(units.length === 0
      ? [svgText(16, TOP + 14, '这段时间没有可以计分的事项。', { size: 13, fill: '#555' })]
      : []),
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
  return `<rect x="${LEFT}" y="${y + 2}" width="${wide.toFixed(1)}" height="${ROW - 5}" fill="${fill}"/>${svgText(LEFT + wide + 6, y + 14, `${total}${place}`, { size: 11, fill: '#333' })}`;
}

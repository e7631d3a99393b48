import { escapedForXml, shortenedName, svgText } from '#charts';
import { pairOf, type Pair, type Rehearsal, type ToneShown, type Totals } from './rehearse.js';

const ROW = 22;
const GROUP_GAP = 10;
const LEFT = 220;
const BAR = 620;
const TOP = 96;

/**
 * Cards by unit and level as an SVG picture: above each bar what was recorded, below it what the rehearsal gives.
 * Levels are painted as the policy has them; the word stands beside each, so that nobody depends on the colour.
 * Self-contained: no script, no font, no address.
 *
 * @param unitName the name of a unit by its id; null is for the offices that supervise
 */
export function drawRehearsal(rehearsal: Rehearsal, unitName: (unitId: string | null) => string): string {
  const rows = rehearsal.byUnit.map(({ unitId, totals }) => ({ name: unitName(unitId), totals }));
  const tones = rehearsal.tones.filter(({ id }) => rows.some(({ totals }) => sum(pairOf(totals, id)) > 0));
  const most = Math.max(
    1,
    ...rows.flatMap(({ totals }) => [whole(totals, 'recorded'), whole(totals, 'rehearsed')]),
  );
  const height = TOP + rows.length * (2 * ROW + GROUP_GAP) + 24;
  const width = LEFT + BAR + 60;
  const parts = [
    svgText(16, 30, `政策预演：${rehearsal.policy.label}（第${rehearsal.policy.version}版）`, {
      size: 18,
      fill: '#1a1a1a',
      bold: true,
    }),
    svgText(16, 52, `${rehearsal.from} 至 ${rehearsal.to}；每个单位上一条为实际记录，下一条为预演结果`, {
      size: 12,
      fill: '#555',
    }),
    ...tones.map((tone, index) => {
      const x = 16 + index * 110;
      return `<rect x="${x}" y="64" width="14" height="14" fill="${tone.colour}"/>${svgText(x + 20, 76, tone.label, { size: 12, fill: '#333' })}`;
    }),
    ...(rows.length === 0
      ? [svgText(16, TOP + 14, '这段时间没有提醒和亮牌。', { size: 13, fill: '#555' })]
      : []),
    ...rows.flatMap(({ name, totals }, index) => {
      const y = TOP + index * (2 * ROW + GROUP_GAP);
      return [
        svgText(LEFT - 52, y + ROW + 4, shortenedName(name), { size: 13, fill: '#1a1a1a', anchor: 'end' }),
        svgText(LEFT - 8, y + 15, '实际', { size: 11, fill: '#555', anchor: 'end' }),
        bar(y, totals, 'recorded', tones, most),
        svgText(LEFT - 8, y + ROW + 15, '预演', { size: 11, fill: '#555', anchor: 'end' }),
        bar(y + ROW, totals, 'rehearsed', tones, most),
      ];
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif">`,
    `<title>${escapedForXml(`政策预演：${rehearsal.policy.label}，${rehearsal.from} 至 ${rehearsal.to}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function bar(y: number, totals: Totals, side: keyof Pair, tones: readonly ToneShown[], most: number): string {
  let x = LEFT;
  const parts = tones.flatMap((tone) => {
    const count = pairOf(totals, tone.id)[side];
    if (count === 0) return [];
    const wide = (count / most) * BAR;
    const piece = `<rect x="${fixed(x)}" y="${y + 2}" width="${fixed(wide)}" height="${ROW - 5}" fill="${tone.colour}"${side === 'recorded' ? ' opacity="0.55"' : ''}/>`;
    const number =
      wide > 16
        ? svgText(x + wide / 2, y + 15, String(count), { size: 11, fill: '#fff', anchor: 'middle' })
        : '';
    x += wide;
    return [piece, number];
  });
  return [...parts, svgText(x + 6, y + 15, String(whole(totals, side)), { size: 11, fill: '#333' })].join('');
}

const sum = ({ recorded, rehearsed }: Pair): number => recorded + rehearsed;
const whole = (totals: Totals, side: keyof Pair): number =>
  Object.values(totals).reduce((all, pair) => all + pair[side], 0);
const fixed = (value: number): string => value.toFixed(1);

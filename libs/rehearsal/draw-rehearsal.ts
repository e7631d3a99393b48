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
    text(
      16,
      30,
      `政策预演：${rehearsal.policy.label}（第${rehearsal.policy.version}版）`,
      18,
      '#1a1a1a',
      'start',
      true,
    ),
    text(
      16,
      52,
      `${rehearsal.from} 至 ${rehearsal.to}；每个单位上一条为实际记录，下一条为预演结果`,
      12,
      '#555',
    ),
    ...tones.map((tone, index) => {
      const x = 16 + index * 110;
      return `<rect x="${x}" y="64" width="14" height="14" fill="${tone.colour}"/>${text(x + 20, 76, tone.label, 12, '#333')}`;
    }),
    ...(rows.length === 0 ? [text(16, TOP + 14, '这段时间没有提醒和亮牌。', 13, '#555')] : []),
    ...rows.flatMap(({ name, totals }, index) => {
      const y = TOP + index * (2 * ROW + GROUP_GAP);
      return [
        text(LEFT - 52, y + ROW + 4, shortened(name), 13, '#1a1a1a', 'end'),
        text(LEFT - 8, y + 15, '实际', 11, '#555', 'end'),
        bar(y, totals, 'recorded', tones, most),
        text(LEFT - 8, y + ROW + 15, '预演', 11, '#555', 'end'),
        bar(y + ROW, totals, 'rehearsed', tones, most),
      ];
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif">`,
    `<title>${escaped(`政策预演：${rehearsal.policy.label}，${rehearsal.from} 至 ${rehearsal.to}`)}</title>`,
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
    const number = wide > 16 ? text(x + wide / 2, y + 15, String(count), 11, '#fff', 'middle') : '';
    x += wide;
    return [piece, number];
  });
  return [...parts, text(x + 6, y + 15, String(whole(totals, side)), 11, '#333')].join('');
}

const sum = ({ recorded, rehearsed }: Pair): number => recorded + rehearsed;
const whole = (totals: Totals, side: keyof Pair): number =>
  Object.values(totals).reduce((all, pair) => all + pair[side], 0);
const fixed = (value: number): string => value.toFixed(1);
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
  `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''}>${escaped(words)}</text>`;

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

import { drawRehearsal } from './draw-rehearsal.js';
import { TONES, type Rehearsal, type Tone } from './rehearse.js';

const labels: Record<Tone, string> = { none: '提醒', blue: '蓝', yellow: '黄', red: '红', interview: '约谈' };
const totals = (blue: [number, number]): Rehearsal['totals'] =>
  Object.fromEntries(
    TONES.map((tone) => {
      const [recorded, rehearsed] = tone === 'blue' ? blue : [0, 0];
      return [tone, { recorded, rehearsed }];
    }),
  ) as Rehearsal['totals'];
const rehearsal = (byUnit: Rehearsal['byUnit']): Rehearsal => ({
  schema: 'luoshi.rehearsal/1',
  policy: { id: 'p', version: 3, label: '新规 <试行>' },
  from: '2024-04-12',
  to: '2024-05-09',
  issue: 'asRecorded',
  recordedUntil: null,
  totals: totals([0, 0]),
  byUnit,
  changes: { same: 0, sooner: 0, later: 0, gone: 0, additional: 0, otherwise: 0 },
  differences: [],
  notReproduced: 0,
  unplaced: {},
  supposed: 0,
  events: 0,
});

describe('the picture of a rehearsal', () => {
  it('has two bars a unit, as long as what they count, with names escaped', () => {
    const svg = drawRehearsal(
      rehearsal([{ unitId: 'u', totals: totals([1, 4]) }]),
      () => '甲局 & 乙局',
      labels,
    );
    const bars = [...svg.matchAll(/<rect [^>]*y="\d+" width="([\d.]+)" height="17"/gu)].map(([, width]) =>
      Number(width),
    );
    expect(bars).toEqual([155, 620]);
    expect(svg).toContain('甲局 &amp; 乙局');
    expect(svg).toContain('新规 &lt;试行&gt;');
    expect(svg).not.toMatch(/<script|href=|NaN|undefined/u);
  });

  it('says so where there is nothing to draw', () => {
    expect(drawRehearsal(rehearsal([]), () => '', labels)).toContain('这段时间没有提醒和亮牌');
  });
});

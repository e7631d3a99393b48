import { drawRehearsal } from './draw-rehearsal.js';
import type { Rehearsal } from './rehearse.js';

const tones = [
  { id: 'none', label: '提醒', colour: '#8c8c8c' },
  { id: 'orange', label: '橙色督办单', colour: '#d9730d' },
];
const totals = ([recorded, rehearsed]: [number, number]): Rehearsal['totals'] => ({
  none: { recorded: 0, rehearsed: 0 },
  orange: { recorded, rehearsed },
});
const rehearsal = (byUnit: Rehearsal['byUnit']): Rehearsal => ({
  schema: 'luoshi.rehearsal/1',
  policy: { id: 'p', version: 3, label: '新规 <试行>' },
  from: '2024-04-12',
  to: '2024-05-09',
  issue: 'asRecorded',
  recordedUntil: null,
  tones,
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
    const svg = drawRehearsal(rehearsal([{ unitId: 'u', totals: totals([1, 4]) }]), () => '甲局 & 乙局');
    const bars = [...svg.matchAll(/<rect [^>]*y="\d+" width="([\d.]+)" height="17"/gu)].map(([, width]) =>
      Number(width),
    );
    expect(bars).toEqual([155, 620]);
    expect(svg).toContain('甲局 &amp; 乙局');
    expect(svg).toContain('新规 &lt;试行&gt;');
    expect(svg).toContain('fill="#d9730d"');
    expect(svg).toContain('橙色督办单');
    expect(svg).not.toMatch(/<script|href=|NaN|undefined/u);
  });

  it('says so where there is nothing to draw', () => {
    expect(drawRehearsal(rehearsal([]), () => '')).toContain('这段时间没有提醒和亮牌');
  });
});

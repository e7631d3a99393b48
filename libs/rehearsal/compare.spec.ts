import { compareRungs } from './compare.js';
import type { RungFact } from './rung-log.js';

const stretch = { from: '2024-10-01T00:00:00.000Z', to: '2024-11-01T00:00:00.000Z' };
const rung = (slot: string, reachedAt: string, more: Partial<RungFact> = {}): RungFact => ({
  slot,
  subject: { kind: 'task', id: 't' },
  matter: 'unsigned',
  unitId: 'u',
  gate: null,
  generation: 1,
  rung: 'blue',
  label: '提醒函',
  colour: 'blue',
  reachedAt,
  byPerson: false,
  agreedAt: null,
  issuedAt: reachedAt,
  appealedAt: null,
  rescinded: false,
  taskIds: ['t'],
  ...more,
});
const [early, later, outside] = [
  '2024-10-08T09:30:00.000Z',
  '2024-10-09T09:30:00.000Z',
  '2024-11-04T09:30:00.000Z',
];
const changes = (recorded: RungFact[], rehearsed: RungFact[]): string[] =>
  compareRungs(recorded, rehearsed, stretch).map(({ change }) => change);

describe('rungs set side by side', () => {
  it('are told by when they came, whatever number their climb has', () => {
    expect(changes([rung('a', early)], [rung('a', early, { generation: 7 })])).toEqual(['same']);
    expect(changes([rung('a', early)], [rung('a', later)])).toEqual(['later']);
    expect(changes([rung('a', later)], [rung('a', early)])).toEqual(['sooner']);
    expect(changes([rung('a', early)], [])).toEqual(['gone']);
    expect(changes([], [rung('a', early)])).toEqual(['additional']);
  });

  it('are told by when they took effect where they came at the same time', () => {
    const draft = { byPerson: true, issuedAt: null };
    expect(changes([rung('a', early, { issuedAt: later })], [rung('a', early)])).toEqual(['sooner']);
    expect(changes([rung('a', early)], [rung('a', early, draft)])).toEqual(['otherwise']);
    expect(changes([rung('a', early, draft)], [rung('a', early, draft)])).toEqual(['same']);
    expect(changes([rung('a', early)], [rung('a', early, { rescinded: true })])).toEqual(['otherwise']);
  });

  it('count where either of them lies in the stretch', () => {
    expect(changes([rung('a', outside)], [rung('a', early)])).toEqual(['sooner']);
    expect(changes([rung('a', outside)], [rung('a', outside)])).toEqual([]);
    expect(changes([], [rung('a', outside, { issuedAt: null })])).toEqual([]);
  });

  it('answer to each other in order where one climb has two of a colour', () => {
    const two = [rung('a', early), rung('a', later)];
    expect(changes(two, two)).toEqual(['same', 'same']);
    expect(changes(two, [rung('a', early)])).toEqual(['same', 'gone']);
  });
});

import { cardsOfUnit, standingCards, type UnitCard } from './unit-cards.js';

const card = (more: Partial<UnitCard> = {}): UnitCard => ({
  key: 'task/1/blue',
  unitId: 'u1',
  colour: 'blue',
  on: '2024-04-22',
  ...more,
});

describe('the cards that a unit has earned in a plan', () => {
  it('are those of its lines and tasks, and of no other unit', () => {
    const elsewhere = [card({ key: 'line/1/blue' }), card({ key: 'task/9/blue', unitId: 'u2' })];
    expect(cardsOfUnit('u1', [card()], elsewhere).map(({ key }) => key)).toEqual([
      'task/1/blue',
      'line/1/blue',
    ]);
  });

  it('count several matters of one notice once, here, elsewhere and from both sides', () => {
    const grouped = card({ key: 'u1/behind/blue/2024-04-22' });
    expect(cardsOfUnit('u1', [grouped, grouped])).toHaveLength(1);
    expect(cardsOfUnit('u1', [], [grouped, { ...grouped }])).toHaveLength(1);
    expect(cardsOfUnit('u1', [grouped], [grouped, card()])).toHaveLength(2);
  });

  it('have the notice’s key where they came together, else that of their own rung, and are gone once rescinded', () => {
    const earned = [
      { generation: 1, rung: 'blue', colour: 'blue', on: '2024-04-22' },
      { generation: 2, rung: 'blue', colour: 'blue', on: '2024-04-22', group: 'together' },
      { generation: 3, rung: 'blue', colour: 'blue', on: '2024-04-22', rescinded: true },
    ];
    expect(standingCards('task', earned, () => 'u1').map(({ key }) => key)).toEqual([
      'task/1/blue',
      'together',
    ]);
  });
});

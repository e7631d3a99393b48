import { organOf } from './organ-of.js';

const RULES = {
  organs: {
    ...{ headquartersOffice: '张武指', taskForceOffice: '张武专', taskForceConvener: '张武专' },
    ...{ supervisor: '张武督', assessor: '张武考', ofActions: { A2: '张武产业' } },
  },
};

describe('the word in a number', () => {
  it('is one for each office, and for each task force its own: no two issuers share a series', () => {
    expect(organOf(RULES, 'headquartersOffice', null)).toBe('张武指');
    // Headquarters issues the publication of an action under its own word.
    expect(organOf(RULES, 'headquartersOffice', 'A1')).toBe('张武指');
    expect(organOf(RULES, 'taskForceOffice', 'A1')).toBe('张武专一');
    expect(organOf(RULES, 'taskForceOffice', 'A2')).toBe('张武产业');
    expect(organOf(RULES, 'taskForceConvener', 'A12')).toBe('张武专十二');
    expect(organOf(RULES, 'taskForceOffice', 'B20')).toBe('张武专二十');
    expect(organOf(RULES, 'taskForceOffice', '产业')).toBe('张武专产业');
  });
});

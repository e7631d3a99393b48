import type { DraftTask, UnitList } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { correctionOf, formOf, type IndicatorForm } from './forms.js';
import { FIELDS } from './words.js';

const FORESTRY = '00000000-0000-4000-8000-000000000001';
const EDUCATION = '00000000-0000-4000-8000-000000000002';
const unit = (printed: string, id: string | null) => ({
  printed,
  canonical: printed,
  unit: id === null ? null : { id, name: '区林业局' },
  desks: [],
  group: false,
  suggestions: [],
});
const task = {
  title: '植树造林',
  actionCode: 'A1',
  section: '',
  number: '3',
  lead: [unit('林业局', FORESTRY)],
  support: [unit('某某中心', null)],
  deadlines: [{ date: '2024-12-31', raw: '', inferred: true }],
  ongoing: false,
  cadences: [{ kind: 'review', every: 'quarter', label: '每季度讲评' }],
  indicators: [{ name: '造林面积', comparator: '>=', value: 1.5, unit: '万亩' }],
  subItems: [{ number: '①', text: '选苗' }],
} as unknown as DraftTask;
const units = {
  items: [{ id: EDUCATION, name: '区教育局', code: 'edu', kind: 'other', isGroup: false }],
} as UnitList;

describe('the form of a field', () => {
  it.each(FIELDS.filter((field) => !['lead', 'support', 'cadences', 'place'].includes(field)))(
    'gives %s back as it was when nothing is typed',
    (field) => {
      expect(correctionOf(task, field, formOf(task, field), units)).toEqual({
        [field]: task[field as keyof DraftTask],
      });
    },
  );

  it('keeps how the text prints a unit that stays, takes one from the directory and one that nobody knows', () => {
    expect(correctionOf(task, 'lead', [FORESTRY, EDUCATION, '区新设局'], units)).toEqual({
      lead: [
        { printed: '林业局', unitId: FORESTRY },
        { printed: '区教育局', unitId: EDUCATION },
        { printed: '区新设局' },
      ],
    });
  });

  it('takes a date that a person typed for certain', () => {
    expect(correctionOf(task, 'deadlines', [{ date: '2024-10-31', raw: '' }], units)).toEqual({
      deadlines: [{ date: '2024-10-31', raw: '', inferred: false }],
    });
  });

  it('reads figures as people write them, and waits for those that are missing', () => {
    const [row] = formOf(task, 'indicators') as [IndicatorForm];
    expect(
      correctionOf(task, 'indicators', [{ ...row, value: '12,000' }], units)?.indicators?.[0]?.value,
    ).toBe(12000);
    expect(correctionOf(task, 'indicators', [{ ...row, value: '' }], units)).toBeNull();
    expect(correctionOf(task, 'indicators', [{ ...row, value: '三' }], units)).toBeNull();
    expect(correctionOf(task, 'deadlines', [{ date: '', raw: '' }], units)).toBeNull();
  });
});

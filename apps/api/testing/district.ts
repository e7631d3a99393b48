export const JURISDICTION = '430811';
export const UNITS = {
  office: { id: '10000000-0000-4000-8000-000000000001', name: '区政府办公室' },
  farming: { id: '10000000-0000-4000-8000-000000000002', name: '区农业农村局' },
  forestry: { id: '10000000-0000-4000-8000-000000000003', name: '区林业局' },
} as const;
export type UnitKey = keyof typeof UNITS;
export const PLAN = { id: '20000000-0000-4000-8000-000000000001', code: 'test-plan' } as const;
export const ACTION_ID = '20000000-0000-4000-8000-000000000002';

/** A1-01 is led by the farming office, A1-02 by the forestry office with the farming office beside it, A1-03 by forestry alone. */
export const TASKS = {
  'A1-01': { id: '30000000-0000-4000-8000-000000000001', lead: 'farming', support: [] },
  'A1-02': { id: '30000000-0000-4000-8000-000000000002', lead: 'forestry', support: ['farming'] },
  'A1-03': { id: '30000000-0000-4000-8000-000000000003', lead: 'forestry', support: [] },
} as const satisfies Record<string, { id: string; lead: UnitKey; support: UnitKey[] }>;

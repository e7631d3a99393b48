import type { ListSource } from '../lists/list-source.js';
import { likePattern } from './like-pattern.js';

export interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  is_group: boolean;
}

/** Units as a list reads them: UnitRow. */
export const UNITS: ListSource = {
  table: 'unit',
  alias: 'u',
  columns: 'u.id, u.code, u.name, u.kind, u.is_group',
  conditions: { q: (words, param) => `u.name ilike ${param(likePattern(String(words)))}` },
};

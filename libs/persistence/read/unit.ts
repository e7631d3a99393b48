import type { Transaction } from '../transaction.js';

export interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  is_group: boolean;
}

export function listUnits(tx: Transaction): Promise<UnitRow[]> {
  return tx.query<UnitRow>(
    'select id, code, name, kind, is_group from unit where jurisdiction_id = $1 order by is_group, kind, name',
    [tx.scope.jurisdictionId],
  );
}

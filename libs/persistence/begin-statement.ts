import { PersistenceError } from './persistence-error.js';
import type { Scope } from './transaction.js';

export interface TransactionOptions {
  /** Default: read committed. */
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readOnly?: boolean;
}

const JURISDICTION = /^[0-9A-Za-z_-]{1,64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Begins a transaction and says whose rows it sees, as one message and one round trip. That form takes no
 * parameters, so the two values are let in only if they are made of nothing but harmless characters.
 *
 * @throws PersistenceError SCOPE_INVALID
 */
export function beginStatement(scope: Scope | null, options: TransactionOptions = {}): string {
  const jurisdiction = scope === null ? '' : checked(scope.jurisdictionId, JURISDICTION, 'jurisdictionId');
  const unit = scope?.unitId == null ? '' : checked(scope.unitId, UUID, 'unitId');
  // Said only where it is so: an ordinary transaction begins as before.
  const office = scope?.office === 'administration' ? "; set local luoshi.office = 'administration'" : '';
  const begin = [
    'begin',
    ...(options.isolation === undefined ? [] : [`isolation level ${options.isolation}`]),
    ...(options.readOnly === true ? ['read only'] : []),
  ].join(' ');
  // SET and not set_config(): nothing to plan, and no rows to read on this side.
  return `${begin}; set local luoshi.jurisdiction_id = '${jurisdiction}'; set local luoshi.unit_id = '${unit}'${office}`;
}

function checked(value: string, shape: RegExp, name: string): string {
  if (shape.test(value)) return value;
  throw new PersistenceError(
    'SCOPE_INVALID',
    `事务范围 ${name} 的值 ${JSON.stringify(value)} 不合规定，应为行政区划代码或单位标识（UUID）。`,
  );
}

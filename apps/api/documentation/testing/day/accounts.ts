import { first, tagOf, type Day, type Item } from './day.js';

/** Accounts and roles, between two administrators. */
export async function accounts(day: Day): Promise<void> {
  const { to } = day;
  const security = 'support-trade-unions';
  await to.record('accounts', 'admin', { parameters: { limit: '20' } });
  const unit = first(await to.record('units', 'hq', { parameters: { limit: '20' } }));
  const made = await to.record('createAccount', 'admin', {
    body: { username: 'liaison2-education', name: '联络员', unitId: unit.id, reason: '教育局增派联络员。' },
  });
  const id = String((made['account'] as Item | undefined)?.id);
  const parameters = { id };
  const etag = async (): Promise<string> => tagOf(await to.record('account', 'admin', { parameters }));
  const act = async (
    name:
      | 'changeAccount'
      | 'barAccount'
      | 'unbarAccount'
      | 'resetAccountPassword'
      | 'revokeAccountAccess'
      | 'grantRole'
      | 'leaveOffice',
    who: string,
    body: object,
  ): Promise<Record<string, unknown>> => to.record(name, who, { parameters, body, etag: await etag() });
  await act('changeAccount', 'admin', { name: '联络员（二）', unitId: unit.id, reason: '更正姓名。' });
  const granted = await act('grantRole', security, {
    role: 'liaison',
    scopeKind: 'unit',
    scopeId: unit.id,
    reason: '教育局来函。',
  });
  const role = ((granted['roles'] ?? []) as Item[])[0];
  await to.record('withdrawRole', security, {
    parameters: { id, assignmentId: String(role?.id) },
    body: { reason: '工作调整。' },
    etag: await etag(),
  });
  await act('barAccount', 'admin', { reason: '借调期满。' });
  await act('unbarAccount', security, { reason: '借调延期。' });
  await act('resetAccountPassword', 'admin', { reason: '本人遗忘。' });
  await act('revokeAccountAccess', security, { reason: '手机遗失。' });
  await act('leaveOffice', security, { successorId: null, reason: '调离本区。' });
}

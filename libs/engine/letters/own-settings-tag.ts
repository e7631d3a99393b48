import { contactsOfPeople, messageChoices, type Transaction } from '#persistence';
import { settingsTag } from '../settings-tag.js';

/** What a person has chosen of their messages, as a mark: addresses in their order and what goes there, hours, one by one. */
export async function ownSettingsTag(tx: Transaction, personId: string): Promise<string> {
  const contacts = await contactsOfPeople(tx, [personId]);
  const [choice] = await messageChoices(tx, [personId]);
  return settingsTag([
    contacts.map(({ id, unwanted, anyHour }) => [id, [...unwanted].sort(), anyHour]),
    choice?.inOrder ?? null,
    choice?.hours ?? null,
  ]);
}

/** Nobody else changes this person's settings before the transaction ends. */
export const lockOwnSettings = (tx: Transaction, personId: string): Promise<number> =>
  tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`own-settings/${personId}`]);

import { appendOwnSetting, systemClock, type Transaction } from '#persistence';

/** Changes a setting of a test past the product's own ways: with the line of the trail that the database asks for. */
export async function told<T>(tx: Transaction, change: () => Promise<T>): Promise<T> {
  await appendOwnSetting(tx, {
    action: 'settingChanged',
    at: systemClock.now(),
    target: { kind: 'test', id: 'test' },
    details: {},
    after: null,
  });
  return change();
}

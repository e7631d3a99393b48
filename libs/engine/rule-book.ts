import { policySchema, type Policy, type Rules } from '#accountability';
import { createCalendar, type CalendarData, type WorkingCalendar } from '#calendar';
import { latestCalendar, latestCalendarVersion, policyOf, type Transaction } from '#persistence';
import { DirectoryShelf } from './directory-shelf.js';
import { PlaceShelf } from './place-shelf.js';

/**
 * Policies and calendars, read once: a version never changes. Which calendar version is the newest is asked in
 * every transaction.
 */
export class RuleBook {
  readonly directory = new DirectoryShelf();
  readonly places = new PlaceShelf();
  readonly #policies = new Map<string, Policy>();
  readonly #calendars = new Map<string, WorkingCalendar>();

  async policy(tx: Transaction, version: number): Promise<Policy> {
    const key = `${tx.scope.jurisdictionId}/${version}`;
    const known = this.#policies.get(key);
    if (known) return known;
    const body = await policyOf(tx, version);
    if (body === null)
      throw new Error(`policy version ${version} is not in jurisdiction ${tx.scope.jurisdictionId}`);
    const policy = policySchema.parse(body);
    this.#policies.set(key, policy);
    return policy;
  }

  /** @param version the newest, where the transaction knows it already */
  async calendar(tx: Transaction, version?: number | null): Promise<WorkingCalendar> {
    const { jurisdictionId } = tx.scope;
    const newest = version ?? (await latestCalendarVersion(tx));
    const known = this.#calendars.get(`${jurisdictionId}/${newest}`);
    if (known) return known;
    const latest = await latestCalendar(tx);
    if (latest === null) throw new Error(`jurisdiction ${jurisdictionId} has no calendar`);
    const calendar = createCalendar(latest.body as CalendarData);
    this.#calendars.set(`${jurisdictionId}/${latest.version}`, calendar);
    return calendar;
  }

  async rules(tx: Transaction, policyVersion: number): Promise<Rules> {
    return { policy: await this.policy(tx, policyVersion), calendar: await this.calendar(tx) };
  }
}

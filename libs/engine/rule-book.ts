import { policySchema, type Policy, type Rules } from '#accountability';
import { createCalendar, type CalendarData, type WorkingCalendar } from '#calendar';
import { latestCalendar, policyOf, type Transaction } from '#persistence';

/**
 * Policies and calendars, read once: a version never changes. Which calendar version is the newest is asked in
 * every transaction.
 */
export class RuleBook {
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

  async calendar(tx: Transaction): Promise<WorkingCalendar> {
    const latest = await latestCalendar(tx);
    if (latest === null) throw new Error(`jurisdiction ${tx.scope.jurisdictionId} has no calendar`);
    const key = `${tx.scope.jurisdictionId}/${latest.version}`;
    const known = this.#calendars.get(key);
    if (known) return known;
    const calendar = createCalendar(latest.body as CalendarData);
    this.#calendars.set(key, calendar);
    return calendar;
  }

  async rules(tx: Transaction, policyVersion: number): Promise<Rules> {
    return { policy: await this.policy(tx, policyVersion), calendar: await this.calendar(tx) };
  }
}

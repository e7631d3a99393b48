import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policySchema } from '#accountability';
import { asOwner, createTestDatabase, seedText, type TestDatabase } from '#testing';
import { parse } from 'yaml';
import { ReviewDesk } from './testing/review-desk.js';

describe('the burden of a plan in review', () => {
  let db: TestDatabase;
  let desk: ReviewDesk;
  beforeAll(async () => {
    db = await createTestDatabase();
    desk = await ReviewDesk.open(db.database);
  });
  afterAll(() => db.drop());

  const office = async () => (await desk.read()).burdens.find(({ name }) => name === '区政府办');

  it('holds what its offices would owe by the policy: ledgers, meetings, bulletins, reviews, once for each action', async () => {
    // As long as nobody holds the posts of the plan that is to come, nobody owes anything.
    expect(await office()).toBeUndefined();
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `insert into luoshi.role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
         select jurisdiction_id, gen_random_uuid(), id, 'headquartersOffice', 'jurisdiction', jurisdiction_id
         from luoshi.person where username = 'hq'`,
      ),
    );
    const shipped = policySchema.parse(parse(seedText('policies/default.yaml')));
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(
        `alter table luoshi.policy_version disable trigger all;
         update luoshi.policy_version set body = body || '${JSON.stringify({ duties: shipped.duties, dutyLadders: shipped.dutyLadders })}'::jsonb`,
      ),
    );
    const { burden, duties } = shipped;
    if (!burden) throw new Error('the shipped policy has figures');
    const aMonth = {
      week: 52 / 12,
      'ten-day': 3,
      month: 1,
      quarter: 1 / 3,
      'half-year': 1 / 6,
      year: 1 / 12,
    };
    const { drafts } = await desk.read();
    const actions = new Set(drafts.map(({ body }) => (body as { task: { action: string } }).task.action));
    // Who would hold the other posts is not known yet: it all falls to the office that puts plans in force.
    const wanted = duties.reduce((sum, { kind, every, about }) => {
      if (kind === 'part') return sum;
      return sum + (about === 'plan' ? 1 : actions.size) * aMonth[every] * burden.minutesPerDuty[kind];
    }, 0);
    expect(wanted).toBeGreaterThan(200);
    expect(await office()).toMatchObject({
      leads: 0,
      supports: 0,
      minutesPerMonth: Math.round(wanted * 10) / 10,
      overCap: false,
    });
  });
});

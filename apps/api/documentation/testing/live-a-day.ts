import { administrator } from './day/administrator.js';
import type { Day } from './day/day.js';
import { everybody } from './day/everybody.js';
import { keeping } from './day/keeping.js';
import { offices } from './day/offices.js';
import { otherSystems } from './day/other-systems.js';
import { planAndTasks } from './day/plan-and-tasks.js';
import { products } from './day/products.js';
import { review } from './day/review.js';
import { supervision } from './day/supervision.js';
import { signOff } from './day/sign-off.js';
import { unit } from './day/unit.js';
import type { Recorder } from './recorder.js';

/** A day of the bundled plan, route by route: who does what in it, as docs/integration.md tells it. */
export async function liveADay(
  to: Recorder,
  jurisdictionId: string,
  password: string,
  codeOf: (contactId: string) => Promise<string>,
): Promise<void> {
  const day: Day = { to, jurisdictionId, password, codeOf, planId: '', taskId: '' };
  await everybody(day);
  await planAndTasks(day);
  await unit(day);
  await signOff(day);
  await offices(day);
  await products(day);
  await supervision(day);
  await review(day);
  await administrator(day);
  await otherSystems(day);
  await keeping(day);
}

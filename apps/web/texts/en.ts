import { inEnglish } from '#english';
import { markedBy } from '../jsx/mark-chinese.js';
import { namesHeard } from './chinese-by-nature.js';
import { access } from './en/access.js';
import { accounts } from './en/accounts.js';
import { batch } from './en/batch.js';
import { cadence } from './en/cadence.js';
import { cascade } from './en/cascade.js';
import { common } from './en/common.js';
import { delegation } from './en/delegation.js';
import { desks } from './en/desks.js';
import { duties } from './en/duties.js';
import { evidence } from './en/evidence.js';
import { facts } from './en/facts.js';
import { feed } from './en/feed.js';
import { filing } from './en/filing.js';
import { health } from './en/health.js';
import { inbox } from './en/inbox.js';
import { ledger } from './en/ledger.js';
import { lists } from './en/lists.js';
import { messages } from './en/messages.js';
import { newTask } from './en/new-task.js';
import { overview } from './en/overview.js';
import { planReview } from './en/plan-review.js';
import { products } from './en/products.js';
import { reviewKeys } from './en/review-keys.js';
import { review } from './en/review.js';
import { rules } from './en/rules.js';
import { session } from './en/session.js';
import { signOff } from './en/sign-off.js';
import type { SpokenFile } from './en/spoken.js';
import { standing } from './en/standing.js';
import { supervision } from './en/supervision.js';
import { task } from './en/task.js';
import { tasks } from './en/tasks.js';
import { trail } from './en/trail.js';
import { units } from './en/units.js';
import { verification } from './en/verification.js';
import { wall } from './en/wall.js';
import { webhooks } from './en/webhooks.js';

/** Every text of the pages in English, by the names of the Chinese catalogues' constants. */
export const english = {
  ...access,
  ...accounts,
  ...batch,
  ...cadence,
  ...cascade,
  ...common,
  ...delegation,
  ...desks,
  ...duties,
  ...evidence,
  ...facts,
  ...feed,
  ...filing,
  ...health,
  ...inbox,
  ...ledger,
  ...lists,
  ...messages,
  ...newTask,
  ...overview,
  ...planReview,
  ...products,
  ...review,
  ...reviewKeys,
  ...rules,
  ...session,
  ...signOff,
  ...standing,
  ...supervision,
  ...task,
  ...tasks,
  ...trail,
  ...units,
  ...verification,
  ...wall,
  ...webhooks,
} satisfies SpokenFile<typeof import('./zh.js')>;

/** What this page has heard of, from its first answer to its last moment. */
const heard = namesHeard();

/** An answer with the system's words in English; what in it stays Chinese is remembered, to be marked where it is shown. */
export function answerInEnglish(answer: unknown): unknown {
  const said = inEnglish(answer);
  heard.note(said);
  return said;
}

export const marked = markedBy(heard);

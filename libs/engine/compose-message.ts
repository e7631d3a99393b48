import {
  chaseMessage,
  DESK_MESSAGES,
  deskMessage,
  heldByHead,
  reminderMessage,
  type DeskMessage,
  type NoticeText,
  type OwedTask,
} from '#reporting';

/** One matter of a message, with the names of what it is about. */
export interface Told {
  unit: string;
  plan: { title: string };
  owed: OwedTask[];
  /** Tasks of the same sitting that are not pressed for: they are reported on in a finer rhythm. */
  byFiner: number;
  tasks: { code: string; title: string }[];
  reason: string | undefined;
  label: string | undefined;
  noticeId: string | null;
  /** Reports on them that the unit's head has, not signed yet. */
  withHead?: number;
}

/** The words of a message: those of the notice it carries, or of its kind. @throws Error for a kind nobody has words for */
export function composeMessage(kind: string, told: readonly Told[], notice: NoticeText | null): NoticeText {
  if (notice) return notice;
  const [first] = told;
  if (!first) throw new Error('a message about nothing');
  const tasks = told.flatMap(({ owed }) => owed);
  if (kind === 'reminder') {
    const byFiner = told.reduce((sum, one) => sum + one.byFiner, 0);
    return saying(reminderMessage({ unit: first.unit, plan: first.plan, tasks, byFiner }), first.withHead);
  }
  if (kind === 'chase')
    return saying(chaseMessage({ unit: first.unit, plan: first.plan, tasks }), first.withHead);
  if (!isDeskMessage(kind)) throw new Error(`there are no words for a message of kind ${kind}`);
  return deskMessage(kind, told);
}

/** With who has it, where that is not the liaison. */
const saying = (text: NoticeText, withHead = 0): NoticeText =>
  withHead === 0 ? text : { ...text, body: `${text.body}\n${heldByHead(withHead)}` };

const isDeskMessage = (kind: string): kind is DeskMessage =>
  (DESK_MESSAGES as readonly string[]).includes(kind);

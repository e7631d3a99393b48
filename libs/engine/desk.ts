import {
  identifierOf,
  offsetFrom,
  TASK_REPORT,
  type DraftNotice,
  type LineItem,
  type Notify,
  type OwedSitting,
  type RaiseAlert,
  type ReportingLineContext,
  type Rules,
} from '#accountability';
import { civilDateOf, nextOpenInstant, project } from '#calendar';
import {
  actionAndPlanNames,
  insertMessages,
  insertNotices,
  issuedNoticesOf,
  noticesOfMembers,
  raiseAlerts,
  takeNoticeNumber,
  taskNames,
  type AlertWrite,
  type MessageWrite,
  type NoticeMember,
  type NoticeWrite,
  type TaskName,
} from '#persistence';
import type { Cause, Shell } from './envelope.js';
import { alertText } from './alert-text.js';
import { actionCodesOf, dutyFactsOf } from './duties/duty-text.js';
import { resolveAudience, type Recipient } from './audience.js';
import { composeMessage, type Told } from './compose-message.js';
import type { LoadedSubject } from './loaded-subject.js';
import { noticeFacts, renderNotice } from './notice-text.js';
import { Names } from './names.js';
import type { Directory } from './directory-shelf.js';
import { alsoToHead, heldByHeads } from './sign-off/held-by-heads.js';
import type { Subjects } from './subjects.js';

interface Drafting {
  effect: DraftNotice;
  subject: LoadedSubject;
  cause: Cause;
  rules: Rules;
}
interface Telling {
  effect: Notify;
  subject: LoadedSubject;
  cause: Cause;
  rules: Rules;
}
interface Raising {
  effect: RaiseAlert;
  subject: LoadedSubject;
  cause: Cause;
}

/** What a transaction has to say to people: notices, messages, alerts; put into words once everything is decided. */
export class Desk {
  readonly #shell: Shell;
  readonly #drafts: Drafting[] = [];
  readonly #told: Telling[] = [];
  readonly #raised: Raising[] = [];
  readonly #subjects: Subjects | null;

  /** @param subjects of the transaction: what their rows have told already is not asked again */
  constructor(shell: Shell, subjects: Subjects | null = null) {
    this.#shell = shell;
    this.#subjects = subjects;
  }

  draft(effect: DraftNotice, subject: LoadedSubject, cause: Cause, rules: Rules): void {
    this.#drafts.push({ effect, subject, cause, rules });
  }

  notify(effect: Notify, subject: LoadedSubject, cause: Cause, rules: Rules): void {
    this.#told.push({ effect, subject, cause, rules });
  }

  /** The units that are told something. */
  get toldUnitIds(): string[] {
    return this.#told.flatMap(({ effect }) => effect.unitId ?? []);
  }

  raise(effect: RaiseAlert, subject: LoadedSubject, cause: Cause): void {
    this.#raised.push({ effect, subject, cause });
  }

  /**
   * The messages, where none has to do with a notice: they are written with what the transaction changes. None where one
   * has, or there are none: what is to be said is left to `write`.
   */
  async messagesAlone(): Promise<MessageWrite[]> {
    const isAboutNotices = ({ effect }: Telling): boolean => NOTICE_MESSAGES.has(effect.message);
    if (this.#told.length === 0 || this.#drafts.length > 0 || this.#told.some(isAboutNotices)) return [];
    const directory = await this.#directory();
    const messages = await this.#messages(await this.#names(directory, false), [], directory);
    this.#told.length = 0;
    return messages;
  }

  /** @param renamed tasks have been given other names since they were locked */
  async write({ renamed = false }: { renamed?: boolean } = {}): Promise<void> {
    if (this.#drafts.length + this.#told.length + this.#raised.length === 0) return;
    const directory = await this.#directory();
    const names = await this.#names(directory, renamed);
    const notices = await this.#notices(names);
    await insertNotices(this.#shell.tx, notices);
    const messages = await this.#messages(names, notices, directory);
    await insertMessages(this.#shell.tx, messages);
    await raiseAlerts(this.#shell.tx, await this.#alerts(names, notices));
  }

  #directory(): Promise<Directory> {
    const { tx, now, book } = this.#shell;
    return book.directory.of(tx, this.#subjects?.directoryMark ?? null, civilDateOf(now));
  }

  async #names(directory: Directory, renamed: boolean): Promise<Names> {
    const { tx } = this.#shell;
    const effects = [...this.#drafts, ...this.#told, ...this.#raised].map(({ effect }) => effect);
    const tasks = new Set(
      [...this.#drafts, ...this.#told, ...this.#raised].flatMap(({ effect, subject }) =>
        tasksMeant(effect, subject),
      ),
    );
    const duties = effects.flatMap((effect) => ('facts' in effect ? (dutyFactsOf(effect.facts) ?? []) : []));
    const others = duties.flatMap(({ items }) =>
      items.flatMap(({ kind, refId }) => (kind === 'task' ? [] : [refId])),
    );
    return new Names(
      directory.units,
      (renamed ? null : this.#knownTasks([...tasks])) ?? (await taskNames(tx, [...tasks])),
      others.length > 0 ? await actionAndPlanNames(tx, [...new Set(others)]) : new Map(),
    );
  }

  /** The names of tasks as the locked rows had them, in the order of codes; null: they do not tell all of them. */
  #knownTasks(ids: readonly string[]): Map<string, TaskName> | null {
    const known = ids.flatMap((id) => this.#subjects?.taskNames.get(id) ?? []);
    if (known.length < ids.length) return null;
    known.sort((a, b) => (a.code < b.code ? -1 : 1));
    return new Map(known.map((name) => [name.id, name]));
  }

  async #notices(names: Names): Promise<NoticeWrite[]> {
    const { tx } = this.#shell;
    const written: NoticeWrite[] = [];
    for (const together of groupedDrafts(this.#drafts)) {
      const [{ effect, subject, cause, rules }] = together;
      const { at } = cause;
      const earlier = await issuedNoticesOf(tx, subject.id, effect.generation);
      const members = together.map((one) => ({ effect: one.effect, subjectId: one.subject.id }));
      const facts = noticeFacts(effect, rules, names, earlier, members);
      const automatic = effect.issue === 'automatic';
      const year = Number(civilDateOf(at).slice(0, 4));
      const series = rules.policy.numbering[effect.kind];
      const number = automatic ? `${series}〔${year}〕${await takeNoticeNumber(tx, series, year)}号` : null;
      const answerBy =
        effect.answerWithin === null
          ? null
          : project(offsetFrom(at, effect.answerWithin), [], rules.calendar).at;
      const text = renderNotice(effect.kind, facts, { number, issuedAt: at, answerBy });
      written.push({
        id: identifierOf(subject.id, 'notice', String(effect.generation), effect.rung),
        kind: effect.kind,
        subjectKind: subject.kind,
        subjectId: subject.id,
        planId: subject.planId,
        unitId: effect.unitId,
        generation: effect.generation,
        rung: effect.rung,
        colour: effect.colour,
        state: automatic ? 'issued' : 'drafted',
        number,
        ...text,
        facts,
        draftedAt: at,
        issuedAt: automatic ? at : null,
        issuedBy: null,
        members: together.map((one) => ({
          subjectKind: one.subject.kind,
          subjectId: one.subject.id,
          generation: one.effect.generation,
          rung: one.effect.rung,
        })),
      });
    }
    return written;
  }

  async #messages(
    names: Names,
    notices: readonly NoticeWrite[],
    { holders }: Directory,
  ): Promise<MessageWrite[]> {
    if (this.#told.length === 0) return [];
    const carried = await this.#carried(notices);
    const withHead = await heldByHeads(this.#shell.tx, this.#told);
    const groups = new Map<
      string,
      { to: Recipient; kind: string; told: Told[]; cause: string; first: Telling; noticeId: string | null }
    >();
    for (const telling of this.#told) {
      const { effect, subject, cause, rules } = telling;
      const held = withHead(telling);
      const audience = resolveAudience(
        holders,
        alsoToHead(effect, held),
        subject.scope,
        actionsMeant(effect, subject, names),
        rules.policy.standIns,
      );
      const noticeId = carried(effect, subject);
      const told: Told = { ...names.told(effect), noticeId, withHead: held };
      for (const vacancy of audience.vacancies) {
        this.#raised.push({
          effect: {
            type: 'raiseAlert',
            name: `vacancy:${vacancy.role}`,
            level: 'info',
            unitId: effect.unitId,
            facts: { role: vacancy.role },
          },
          subject,
          cause,
        });
      }
      for (const to of audience.recipients) {
        // What is said to a unit about its own line stands by itself; what is said to an office is one list.
        const alone = noticeId !== null || effect.message === 'reminder' || effect.message === 'chase';
        const key = [to.personId, effect.message, alone ? (noticeId ?? subject.id) : ''].join('/');
        const group = groups.get(key) ?? {
          to,
          kind: effect.message,
          told: [],
          cause: [subject.id, cause.seq, ...(cause.besides === undefined ? [] : [cause.besides])].join('/'),
          first: telling,
          noticeId,
        };
        group.told.push(told);
        groups.set(key, group);
      }
    }
    const lookUp = await this.#issuedTexts(
      notices,
      [...groups.values()].map(({ noticeId }) => noticeId),
    );
    return [...groups.values()].map(({ to, kind, told, cause, first, noticeId }) => {
      const key = `${to.personId}/${kind}/${cause}`;
      return {
        id: identifierOf('message', key),
        personId: to.personId,
        unitId: to.unitId,
        kind,
        subjectKind: first.subject.kind,
        subjectId: first.subject.id,
        noticeId,
        ...composeMessage(kind, told, noticeId === null ? null : (lookUp.get(noticeId) ?? null)),
        deliverAt: nextOpenInstant(first.rules.calendar, first.cause.at, first.rules.policy.quietHours),
        createdAt: first.cause.at,
        idempotencyKey: key,
      };
    });
  }

  /** Finds the notice that a message about a rung carries: where there is one and it has been issued. */
  async #carried(
    written: readonly NoticeWrite[],
  ): Promise<(effect: Notify, subject: LoadedSubject) => string | null> {
    const drafted = new Map(
      written.flatMap(({ id, state, members }) =>
        members.map((member) => [memberKey(member), state === 'issued' ? id : null] as const),
      ),
    );
    const missing = this.#told
      .flatMap(({ effect, subject }) => rungOf(effect, subject) ?? [])
      .filter((member) => !drafted.has(memberKey(member)));
    const before = new Map(
      (await noticesOfMembers(this.#shell.tx, missing)).map((one) => [memberKey(one), one.noticeId]),
    );
    return (effect, subject) => {
      const member = rungOf(effect, subject);
      if (!member) return null;
      const key = memberKey(member);
      return drafted.get(key) ?? before.get(key) ?? null;
    };
  }

  /** The words of the notices that messages carry: those just written, or issued before. */
  async #issuedTexts(
    written: readonly NoticeWrite[],
    ids: readonly (string | null)[],
  ): Promise<Map<string, { title: string; body: string }>> {
    const texts = new Map(written.map(({ id, title, body }) => [id, { title, body }]));
    const missing = ids.filter((id): id is string => id !== null && !texts.has(id));
    if (missing.length === 0) return texts;
    const rows = await this.#shell.tx.query<{ id: string; title: string; body: string }>(
      'select id, title, body from notice where id = any($1::uuid[])',
      [missing],
    );
    for (const { id, title, body } of rows) texts.set(id, { title, body });
    return texts;
  }

  async #alerts(names: Names, notices: readonly NoticeWrite[]): Promise<AlertWrite[]> {
    const appealed = this.#raised.flatMap(({ effect, subject }) => appealedNotice(effect, subject) ?? []);
    const before = new Map(
      (await noticesOfMembers(this.#shell.tx, appealed)).map((one) => [memberKey(one), one.noticeId]),
    );
    return this.#raised.map(({ effect, subject, cause }) => {
      const key = `${subject.id}/${effect.name}@${cause.seq}`;
      const rung = effect.facts['rung'];
      const { generation } = effect.facts;
      const notice = notices.find(({ members }) =>
        members.some(
          (one) => one.subjectId === subject.id && one.rung === rung && one.generation === generation,
        ),
      );
      const against = appealedNotice(effect, subject);
      return {
        id: identifierOf('alert', key),
        kind: effect.name.split(':')[0] ?? effect.name,
        level: effect.level,
        planId: subject.planId,
        unitId: effect.unitId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        noticeId: notice?.id ?? (against ? before.get(memberKey(against)) : undefined) ?? null,
        ...alertText(effect, names),
        raisedAt: cause.at,
        idempotencyKey: key,
      };
    });
  }
}

/** Which rung of which climb a message is about, where it is to carry that rung's notice. */
function rungOf(effect: Notify, subject: LoadedSubject): NoticeMember | null {
  const { rung, generation } = effect.facts;
  if (!NOTICE_MESSAGES.has(effect.message) || typeof rung !== 'string' || typeof generation !== 'number')
    return null;
  return { subjectKind: subject.kind, subjectId: subject.id, generation, rung };
}

/** The notice that an appeal is against: whoever decides it reads it beside the reason. The alert is named after it. */
function appealedNotice({ name }: RaiseAlert, { kind, id }: LoadedSubject): NoticeMember | null {
  const [what, generation = '', rung] = name.split(':');
  if (what !== 'appeal' || rung === undefined) return null;
  return { subjectKind: kind, subjectId: id, generation: Number(generation), rung };
}

const memberKey = ({ subjectKind, subjectId, generation, rung }: NoticeMember): string =>
  [subjectKind, subjectId, generation, rung].join('/');

/** What is one notice: drafts of one group, plan and way of being issued; every other draft by itself. */
function groupedDrafts(drafts: readonly Drafting[]): [Drafting, ...Drafting[]][] {
  const groups = new Map<string, [Drafting, ...Drafting[]]>();
  drafts.forEach((draft, index) => {
    const { effect, subject } = draft;
    const { policyVersion } = subject;
    const alone = effect.group === undefined;
    const key = alone ? String(index) : [subject.planId, policyVersion, effect.group, effect.issue].join('/');
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  });
  return [...groups.values()];
}

const NOTICE_MESSAGES = new Set(['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice']);

/** Whose task forces are meant, where an audience is one of an action. */
function actionsMeant(effect: Notify, subject: LoadedSubject, names: Names): string[] {
  const duty = dutyFactsOf(effect.facts);
  return duty ? actionCodesOf(duty) : names.actionsOf(tasksMeant(effect, subject));
}

/** The tasks that an effect speaks of; where a line's names none (a card that was not answered), all it reports on. */
function tasksMeant(effect: Parameters<typeof tasksOf>[0], { kind, snapshot }: LoadedSubject): string[] {
  const named = tasksOf(effect);
  if (named.length > 0 || kind !== 'reportingLine') return named;
  const { duty, taskIds } = snapshot.context as unknown as ReportingLineContext;
  return duty === TASK_REPORT ? taskIds : [];
}

/** Every task that an effect speaks of. */
function tasksOf(effect: {
  facts?: Record<string, unknown>;
  owed?: OwedSitting[];
  matter?: { taskId: string };
}): string[] {
  if (effect.matter) return [effect.matter.taskId];
  const owed = effect.owed ?? (effect.facts?.['owed'] as OwedSitting[] | undefined) ?? [];
  const named = (effect.facts?.['taskIds'] as string[] | undefined) ?? [];
  const asked = ((effect.facts?.['items'] as LineItem[] | undefined) ?? []).flatMap(({ kind, refId }) =>
    kind === 'task' ? [refId] : [],
  );
  return [...named, ...asked, ...owed.flatMap(({ taskIds }) => taskIds)];
}

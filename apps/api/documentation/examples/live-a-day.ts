import { readFile } from 'node:fs/promises';
import { URI } from 'otpauth';
import type { Recorder } from './recorder.js';

interface Item {
  id: string;
  [member: string]: unknown;
}
const itemsIn = (body: Record<string, unknown>): Item[] => (body['items'] ?? []) as Item[];
const first = (body: Record<string, unknown>): Item => itemsIn(body)[0] ?? { id: '' };
const tagOf = (thing: Record<string, unknown>): string => `"${String(thing['version'])}"`;

/** A day of the bundled plan, route by route: who does what in it, as docs/integration.md tells it. */
export async function liveADay(
  recorder: Recorder,
  password: string,
  codeOf: (contactId: string) => Promise<string>,
): Promise<void> {
  const day = new Day(recorder, password, codeOf);
  await day.everybody();
  await day.planAndTasks();
  await day.unit();
  await day.offices();
  await day.supervision();
  await day.review();
  await day.administrator();
  await day.otherSystems();
}

class Day {
  private planId = '';
  private taskId = '';

  constructor(
    private readonly to: Recorder,
    private readonly password: string,
    /** The code that went to an address, as its person reads it there. */
    private readonly codeOf: (contactId: string) => Promise<string>,
  ) {}

  async everybody(): Promise<void> {
    const { to, password } = this;
    await to.record('health', 'hq');
    await to.record('readiness', 'hq');
    await to.record('session', 'hq');
    to.examples['signIn'] = {
      body: { username: 'hq', password: '（本人的密码）' },
      answer: to.examples['session']?.answer,
    };
    to.examples['changePassword'] = {
      body: { current: '（现在的密码）', next: '（至少十位的新密码）' },
      answer: to.examples['session']?.answer,
    };
    await to.record('sessions', 'hq');
    await this.secondFactor();
    const { made } = await to.record('makeApiToken', 'liaison-education', {
      body: { name: '区教育局办公系统', scopes: ['read', 'report', 'act'], days: 180, password },
    });
    await to.record('apiTokens', 'liaison-education');
    await to.record('endApiToken', 'liaison-education', {
      parameters: { id: String((made as Item | undefined)?.id) },
    });
    await to.record('inbox', 'hq', { parameters: { limit: '20' } });
    const message = first(await to.record('inbox', 'liaison-education', { parameters: { limit: '20' } }));
    await to.record('messageDelivery', 'liaison-education', { parameters: { id: message.id } });
    await to.record('markRead', 'liaison-education', { body: { ids: [message.id] } });
    await to.record('calendarFeed', 'liaison-education');
    await to.record('renewCalendarFeed', 'liaison-education');
    const mine = await to.record('myMessages', 'liaison-education');
    await to.record('chooseMessages', 'liaison-education', {
      body: { inOrder: true, hours: { from: '09:00', to: '17:30' }, order: [] },
      etag: String(mine['etag']),
    });
  }

  private async secondFactor(): Promise<void> {
    const { to, password } = this;
    const who = 'deputy';
    await to.record('secondFactor', who);
    const begun = await to.record('beginSecondFactor', who, { body: { password } });
    const app = URI.parse(String(begun['address']));
    await to.record('confirmSecondFactor', who, { body: { code: app.generate() } });
    await to.record('renewRecoveryCodes', who, { body: { password } });
    to.examples['endSecondFactor'] = { body: { password: '（本人的密码）', code: '492039' } };
  }

  async planAndTasks(): Promise<void> {
    const { to } = this;
    this.planId = first(await to.record('plans', 'hq')).id;
    const id = this.planId;
    await to.record('plan', 'hq', { parameters: { id } });
    await to.record('units', 'hq', { parameters: { limit: '20' } });
    await to.record('ledger', 'hq', { parameters: { id, period: '2024-04 中旬' } });
    await to.record('taskSources', 'hq', { parameters: { id } });
    const tasks = await to.record('tasks', 'hq', {
      parameters: { plan: id, state: 'inProgress', limit: '20' },
    });
    this.taskId = first(tasks).id;
    for (const name of ['task', 'timeline', 'why', 'taskAsks'] as const)
      await to.record(name, 'hq', { parameters: { id: this.taskId } });
    const [unit] = (first(tasks)['leads'] as Item[] | undefined) ?? [];
    const made = await to.record('createTask', 'hq', {
      body: {
        planId: id,
        actionCode: 'A1',
        source: 'instruction',
        ref: '区长 5 月 8 日批示',
        title: '核清在建项目用地手续',
        text: '对在建项目逐个核清用地手续，列出未办结的事项和办结时间。',
        leadUnitIds: [unit?.id],
        deadlineOn: '2024-06-28',
        dispatch: true,
      },
    });
    const created = String(made['taskId']);
    const task = await to.record('task', 'hq', { parameters: { id: created } });
    await to.record('actOnTask', 'hq', {
      parameters: { id: created, action: 'withdraw' },
      body: { reason: '与附件 1 的任务重复，合并办理。' },
      etag: tagOf(task),
    });
    const due = await to.record('task', 'hq', { parameters: { id: this.taskId } });
    await to.record('requestReport', 'duban', {
      parameters: { id: this.taskId },
      body: {
        unitId: unit?.id,
        dueAt: '2024-05-14T09:30:00.000Z',
        words: '请说明一季度以来的进展和下一步安排。',
      },
    });
    await to.record('splitTask', 'hq', {
      parameters: { id: this.taskId },
      body: {
        reason: '两项内容由不同股室办理，分开督办。',
        into: [
          { title: '前期手续', leadUnitIds: [unit?.id] },
          { title: '开工建设', leadUnitIds: [unit?.id], deadlineOn: '2024-12-20' },
        ],
      },
      etag: tagOf(due),
    });
    const [one, other] = itemsIn(
      await to.record('tasks', 'hq', {
        parameters: {
          plan: id,
          state: 'inProgress',
          action: String((first(tasks)['action'] as Item).id),
          limit: '20',
        },
      }),
    );
    await to.record('mergeTasks', 'hq', {
      body: {
        reason: '两项任务内容相同，合并督办。',
        tasks: [one, other].map((each) => ({ id: each?.id, version: each?.['version'] })),
        into: { title: '合并后的任务', leadUnitIds: [unit?.id] },
      },
    });
    await to.record('succeedInTasks', 'hq', {
      parameters: { id: String(unit?.id) },
      body: {
        toUnitId: first(await to.record('units', 'hq')).id,
        reason: '机构改革，职责划转。',
        dryRun: true,
      },
    });
    await to.record('burden', 'hq', { parameters: { from: '2024-04', to: '2024-05' } });
    await to.record('scores', 'jixiao', { parameters: { id } });
    await to.record('unitScore', 'jixiao', { parameters: { id, unit: String(unit?.id) } });
  }

  async unit(): Promise<void> {
    const { to } = this;
    const who = 'liaison-education';
    const open = itemsIn(await to.record('sittings', who, { parameters: { limit: '20' } })).find(
      ({ status }) => status === 'open',
    );
    const sitting = await to.record('sitting', who, { parameters: { id: String(open?.id) } });
    const owed = itemsIn(sitting).filter(({ toFile }) => toFile === true);
    await to.record('fileSitting', who, {
      parameters: { id: String(open?.id) },
      body: {
        reports: owed.map(({ obligationId, task }) => ({
          obligationId,
          progress: Math.max(40, Number((task as Item)['progress'])),
          done: '已完成选址和可研批复，施工图设计已送审。',
          problems: '用地指标尚未落实。',
          nextSteps: '5 月下旬完成施工招标。',
        })),
      },
      etag: tagOf(sitting),
    });
    const supported = itemsIn(
      await to.record('tasks', who, { parameters: { state: 'inProgress', limit: '50' } }),
    );
    for (const { id } of supported) {
      const asks = await to.record('taskAsks', who, { parameters: { id } });
      const [other] = (asks['partOf'] ?? []) as Item[];
      if (other === undefined) continue;
      const asked = await to.record('askForPart', who, {
        parameters: { id },
        body: { unitId: other.id, words: '请提供本单位负责部分的进展和数据。', once: true },
      });
      await to.record('withdrawPart', who, {
        parameters: { id: String(asked['requestId']) },
        body: {},
      });
      break;
    }
  }

  async offices(): Promise<void> {
    const { to } = this;
    for (const who of ['office-a1', 'office-a8']) {
      const [one, other] = itemsIn(await to.record('reviews', who, { parameters: { limit: '20' } }));
      if (one === undefined) continue;
      await to.record('whyObligation', who, { parameters: { id: String(one['obligationId']) } });
      await to.record('acceptReport', who, {
        parameters: { id: String(one['obligationId']) },
        body: {},
        etag: tagOf(one),
      });
      if (other !== undefined)
        await to.record('returnReport', who, {
          parameters: { id: String(other['obligationId']) },
          body: { reason: '数据与统计口径不符，请按月报口径核实后重报。' },
          etag: tagOf(other),
        });
    }
    await to.record('reportingLines', 'duban', { parameters: { plan: this.planId } });
    for (const who of ['office-a1', 'convener-a1', 'hq']) {
      const duties = itemsIn(await to.record('duties', who, { parameters: { limit: '50' } }));
      const open = duties.find(({ state, kind }) => state === 'open' && kind === 'meeting');
      const shown = open ?? duties[0];
      if (shown === undefined) continue;
      const duty = await to.record('duty', who, { parameters: { id: shown.id } });
      if (open !== undefined) await this.meet(who, duty);
    }
  }

  private async meet(who: string, duty: Record<string, unknown>): Promise<void> {
    const [lead] = itemsIn(
      await this.to.record('tasks', 'hq', { parameters: { plan: this.planId, limit: '20' } }),
    )[0]?.['leads'] as Item[];
    const parameters = { id: String(duty['id']) };
    await this.to.record('fulfilDuty', who, {
      parameters,
      body: {
        record: {
          kind: 'meeting',
          heldOn: '2024-05-08',
          attendees: ['区文化旅游广电体育局', '区自然资源局'],
          decisions: ['5 月 20 日前核清用地手续', '5 月底前完成施工图审查'],
          words: '听取进展，研究用地指标和资金安排。',
        },
        tasks: [{ decision: 0, title: '核清用地手续', leadUnitIds: [lead?.id], deadlineOn: '2024-05-20' }],
      },
      etag: tagOf(duty),
    });
    await this.to.record('taskOfDecision', who, {
      parameters,
      body: { decision: 1, title: '完成施工图审查', leadUnitIds: [lead?.id], deadlineOn: '2024-05-31' },
    });
  }

  async supervision(): Promise<void> {
    const { to, planId: id } = this;
    const alerts = await to.record('alerts', 'duban', { parameters: { state: 'open', limit: '20' } });
    if (itemsIn(alerts).length === 0) to.failures.push('no alert is open');
    const notices = itemsIn(await to.record('notices', 'duban', { parameters: { limit: '50' } }));
    const draft = notices.find(({ state }) => state === 'drafted') ?? notices[0];
    const notice = await to.record('notice', 'duban', { parameters: { id: String(draft?.id) } });
    await to.record('whyNotice', 'duban', { parameters: { id: String(draft?.id) } });
    await to.record('issueNotice', 'duban', {
      parameters: { id: String(draft?.id) },
      body: {},
      etag: tagOf(notice),
    });
    for (const who of ['head-culture-tourism-sports', 'head-forestry']) {
      const issued = itemsIn(await to.record('notices', who, { parameters: { limit: '50' } })).find(
        ({ state }) => state === 'issued',
      );
      if (issued === undefined) continue;
      const seen = await to.record('notice', who, { parameters: { id: issued.id } });
      await to.record('acknowledgeNotice', who, {
        parameters: { id: issued.id },
        body: {},
        etag: tagOf(seen),
      });
      const mine = await to.record('notice', who, { parameters: { id: issued.id } });
      const may =
        (mine['allowedActions'] as { action: string }[] | undefined)?.map(({ action }) => action) ?? [];
      if (may.includes('appeal'))
        await to.record('actOnNotice', who, {
          parameters: { id: issued.id, action: 'appeal' },
          body: { reason: '该旬填报已按时提交，因系统停机未收到，请核实。' },
          etag: tagOf(mine),
        });
    }
    await to.record('drawPreview', 'duban', { parameters: { id } });
    const committed = await to.record('commitDraw', 'duban', { parameters: { id }, body: { count: 3 } });
    const drawId = String(committed['drawId']);
    await to.record('draws', 'duban', { parameters: { id } });
    await to.record('draw', 'duban', { parameters: { id: drawId } });
    const frozen = await to.record('freezeDraw', 'duban', {
      parameters: { id: drawId },
      body: {},
      etag: tagOf(committed),
    });
    const random = await to.record('addRandomness', 'hq', {
      parameters: { id: drawId },
      body: { text: '03 07 12 19 24 31 08', source: '双色球第 2024051 期开奖号码' },
      etag: tagOf(frozen),
    });
    await to.record('carryOutDraw', 'duban', { parameters: { id: drawId }, body: {}, etag: tagOf(random) });
    const again = await to.record('commitDraw', 'duban', { parameters: { id }, body: { count: 2 } });
    await to.record('abandonDraw', 'duban', {
      parameters: { id: String(again['drawId']) },
      body: { reason: '抽取数有误，重新公布承诺。' },
      etag: tagOf(again),
    });
    const verifications = await to.record('verifications', 'duban', { parameters: { limit: '20' } });
    const one = first(verifications);
    const verification = await to.record('verification', 'duban', { parameters: { id: one.id } });
    await to.record('recordFinding', 'duban', {
      parameters: { id: one.id },
      body: {
        finding: 'partlyTrue',
        found: 20,
        words: '现场核查：主体未开工，仅完成场地平整，填报进度偏高。',
        evidence: [{ label: '现场照片', ref: '督查室 2024 年第 12 号卷' }],
      },
      etag: tagOf(verification),
    });
    const other = itemsIn(
      await to.record('tasks', 'duban', { parameters: { state: 'inProgress', limit: '50' } }),
    ).at(-1);
    await to.record('orderVerification', 'duban', {
      body: {
        taskId: other?.id,
        unitId: (other?.['leads'] as Item[] | undefined)?.[0]?.id,
        reason: '连续两旬填报进度不变，现场核实。',
      },
    });
  }

  async review(): Promise<void> {
    const { to } = this;
    const text = await readFile(new URL('plan-of-examples.txt', import.meta.url));
    const review = await to.record('uploadPlan', 'hq', {
      parameters: { fileName: '教育惠民实施方案.txt' },
      bytes: text,
    });
    const id = String(review['id']);
    const one = { parameters: { id } };
    await to.record('planReviews', 'hq');
    await to.record('planReview', 'hq', one);
    await to.record('reviewDocument', 'hq', one);
    const facts = await to.record('correctPlanFacts', 'hq', {
      ...one,
      body: { title: '武陵源区教育惠民实施方案', year: 2024 },
      etag: tagOf(review),
    });
    const [task, next] = (facts['tasks'] ?? []) as Item[] as [Item | undefined, Item | undefined];
    const corrected = await to.record('correctDraftTask', 'hq', {
      parameters: { id, taskId: String(task?.id) },
      body: { title: '新建公办幼儿园' },
      etag: tagOf(task ?? { id: '' }),
    });
    await to.record('actOnDraftTask', 'hq', {
      parameters: { id, taskId: String(task?.id) },
      body: { type: 'confirm' },
      etag: tagOf(corrected),
    });
    await to.record('actOnPlanReview', 'hq', {
      ...one,
      body: { type: 'confirm', tasks: [{ id: next?.id, version: next?.['version'] }] },
    });
    await to.record('addDraftTask', 'hq', {
      ...one,
      body: { span: { start: 17, end: 34 }, actionCode: 'A1', after: null },
    });
    await to.record('reviewSteps', 'hq', one);
    const now = await to.record('planReview', 'hq', one);
    await to.record('dispatchPlan', 'hq', { ...one, body: { dryRun: true }, etag: tagOf(now) });
  }

  async administrator(): Promise<void> {
    const { to } = this;
    const people = itemsIn(await to.record('peopleContacts', 'admin', { parameters: { limit: '20' } }));
    const channels = itemsIn(await to.record('channels', 'admin'));
    const [mail, sms] = ['mail', 'sms'].map((kind) => channels.find((one) => one['kind'] === kind)?.id ?? '');
    const person = String(people[0]?.id);
    await to.record('recordContact', 'admin', {
      parameters: { id: person },
      body: { channelId: mail, address: 'zhongxiang@luoshi.example' },
    });
    const kept = itemsIn(await to.record('peopleContacts', 'admin', { parameters: { limit: '1' } }))[0];
    await to.record('takeBackContact', 'admin', {
      parameters: { id: person, contact: String((kept?.['contacts'] as Item[] | undefined)?.[0]?.id) },
    });
    const parameters = { id: mail ?? '' };
    await to.record('pauseChannel', 'admin', { parameters, body: { reason: '邮件服务器检修。' } });
    await to.record('resumeChannel', 'admin', { parameters });
    await to.record('tryChannel', 'admin', { parameters, body: { address: 'admin@luoshi.example' } });
    await to.record('requeueChannel', 'admin', { parameters });
    await to.record('renewReceipts', 'admin', { parameters: { id: sms ?? '' } });
    await this.ownAddress(mail ?? '');
    const letters = itemsIn(await to.record('letters', 'admin', { parameters: { limit: '20' } }));
    await to.record('letter', 'admin', { parameters: { id: String(letters[0]?.id) } });
    const dead = letters.find(({ state }) => state === 'failedForGood');
    if (dead !== undefined) await to.record('requeueLetter', 'admin', { parameters: { id: dead.id } });
    await to.record('toCall', 'duban');
    await this.accounts();
  }

  private async ownAddress(channelId: string): Promise<void> {
    const { to } = this;
    const who = 'liaison-education';
    const mine = await to.record('offerContact', who, {
      body: { channelId, address: 'lianluoyuan@luoshi.example' },
    });
    const id = String((mine['contacts'] as Item[] | undefined)?.[0]?.id);
    await to.record('sendCode', who, { parameters: { id } });
    await to.record('proveContact', who, { parameters: { id }, body: { code: await this.codeOf(id) } });
    const now = await to.record('myMessages', who);
    await to.record('chooseForContact', who, {
      parameters: { id },
      body: { unwanted: ['reminders'], anyHour: false },
      etag: String(now['etag']),
    });
    await to.record('giveUpContact', who, { parameters: { id } });
  }

  private async accounts(): Promise<void> {
    const { to } = this;
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

  async otherSystems(): Promise<void> {
    const { to } = this;
    const name = '区教育局办公系统';
    const wanted = { name, url: 'https://oa.example.gov.cn/luoshi', eventTypes: ['task.*', 'notice.issued'] };
    const made = await to.record('addWebhook', 'admin', { body: { ...wanted, unitId: null } });
    const id = String(made['id']);
    const listed = first(await to.record('webhooks', 'admin'));
    await to.record('updateWebhook', 'admin', {
      parameters: { id },
      body: { ...wanted, eventTypes: ['*'] },
      etag: String(listed['etag']),
    });
    await to.record('pingWebhook', 'admin', { parameters: { id } });
    const deliveries = await to.record('webhookDeliveries', 'admin', { parameters: { id, limit: '20' } });
    await to.record('sendDeliveryAgain', 'admin', {
      parameters: { id, deliveryId: first(deliveries).id },
    });
    await to.record('replayWebhook', 'admin', { parameters: { id }, body: { after: 0 } });
    await to.record('pauseWebhook', 'admin', { parameters: { id }, body: { reason: '对方系统升级。' } });
    await to.record('resumeWebhook', 'admin', { parameters: { id }, body: { givenUp: 'sendAgain' } });
    await to.record('renewWebhook', 'admin', { parameters: { id }, body: { atOnce: false } });
    await to.events(String(made['key']));
    await to.record('removeWebhook', 'admin', { parameters: { id } });
  }
}

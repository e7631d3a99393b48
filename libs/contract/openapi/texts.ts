import type { InBoth } from '../problems/index.js';

/* @__NO_SIDE_EFFECTS__ */
const both = (zh: string, en: string): InBoth => ({ 'zh-CN': zh, en });

/** What the parts of the API are called and about, in the order of the page. */
export const TAG_TEXTS: Readonly<Record<string, { name: InBoth; about: InBoth }>> = {
  session: {
    name: both('登录与安全', 'Sign-in and security'),
    about: both(
      '登录、密码、第二重验证、接口令牌。除查看当前登录人外，只能由本人在页面上办理。',
      'Sign-in, passwords, second factor, tokens. For the person on the page alone, except looking at the session.',
    ),
  },
  plan: {
    name: both('方案与单位', 'Plans and units'),
    about: both('方案、行动、台账和单位。', 'Plans, actions, ledgers, units.'),
  },
  unit: {
    name: both('单位目录', 'Directory of units'),
    about: both(
      '单位的名称、别名、沿革、单位组成员，以及各单位的人员和空缺。',
      'What units are called, what became of them, who stands behind a group, who works there and which posts are vacant.',
    ),
  },
  planReview: {
    name: both('方案校核', 'Review of plans'),
    about: both(
      '从上传方案到逐条校核、审定修订、下发。',
      'From the uploaded text to the dispatch, task by task.',
    ),
  },
  task: {
    name: both('任务', 'Tasks'),
    about: both(
      '任务的查询、办理、留痕和缘由。能办什么，见任务的 allowedActions。',
      'Tasks: read them, act on them, ask why. What can be done stands in allowedActions.',
    ),
  },
  duty: {
    name: both('应办事项', 'Duties'),
    about: both(
      '台账、调度会、通报、讲评、考核和配合材料。',
      'Ledgers, meetings, bulletins, reviews, parts of other units.',
    ),
  },
  standing: {
    name: both('考核与负担', 'Scores and burden'),
    about: both('得分试算和填报负担。', 'Scores so far, and what units are asked for.'),
  },
  verification: {
    name: both('抽查核实', 'Verification'),
    about: both('抽查、督查核实和结论。', 'Draws, verifications on the spot, findings.'),
  },
  sitting: {
    name: both('填报', 'Filing'),
    about: both('一个单位一期应报的内容，一次提交。', 'What one unit owes for one period, filed at once.'),
  },
  signOff: {
    name: both('负责人审签', 'Signature of the unit’s head'),
    about: both(
      '单位负责人审签、退回联络员送审的填报；是否要审签由负责人定。',
      'The head of a unit signs or returns what the liaison has sent; whether that is wanted is for the head.',
    ),
  },
  review: {
    name: both('审核填报', 'Review of reports'),
    about: both('审核通过、退回重报。', 'Acceptance and return of reports.'),
  },
  reportingLine: {
    name: both('各单位填报情况', 'Reporting lines'),
    about: both(
      '各单位是否按期填报，督办到哪一级。',
      'Whether units report in time, and how far their ladder was climbed.',
    ),
  },
  alert: {
    name: both('督查提示', 'Alerts'),
    about: both('督查室要看的事，可实时接收。', 'What the supervision office has to look at, also live.'),
  },
  notice: {
    name: both('督办文书', 'Notices'),
    about: both(
      '提醒函、督办单、通报的签发、签收和回复。',
      'Reminder letters, supervision notices, circulars.',
    ),
  },
  inbox: {
    name: both('收件箱', 'Inbox'),
    about: both('本人的消息和日历订阅。', 'One’s own messages, and the calendar feed.'),
  },
  myMessages: {
    name: both('消息接收设置', 'My messages'),
    about: both('本人接收消息的渠道、时段和地址。', 'Channels, hours and addresses of one’s own.'),
  },
  call: { name: both('电话通知', 'Calls'), about: both('需要电话通知的人员。', 'Whom no channel reaches.') },
  letter: {
    name: both('信件与渠道', 'Letters and channels'),
    about: both('站外渠道和信件，供管理员使用。', 'Channels and letters, for administrators.'),
  },
  webhook: {
    name: both('事件与订阅', 'Events and subscriptions'),
    about: both(
      '其他系统得知任务、填报和文书的变化：推送或按游标拉取。',
      'Other systems learn what became of tasks, reports and notices: pushed, or fetched by cursor.',
    ),
  },
  batch: {
    name: both('批量办理', 'Batches'),
    about: both(
      '一次办理多项：先以 dryRun 计数，再逐项给出结果。',
      'Many things at once: counted first, then each with its own outcome.',
    ),
  },
  rules: {
    name: both('日历和阶梯', 'Calendar and ladders'),
    about: both(
      '工作日历、督办阶梯及其推演、系统运行情况。',
      'The working calendar, the ladders and their rehearsal, how the system does.',
    ),
  },
  queue: { name: both('唤醒队列', 'Queue'), about: both('供系统管理员查看。', 'For system administrators.') },
  trail: {
    name: both('留痕', 'Trail'),
    about: both('谁在何时做了什么，能否核验。', 'Who did what and when, and whether it can be verified.'),
  },
  account: { name: both('账号', 'Accounts'), about: both('人员、角色和账号。', 'People, roles, accounts.') },
  product: {
    name: both('产品', 'Products'),
    about: both('通报、讲评、调度单、公示等产品。', 'Bulletins, reviews, briefs, publications.'),
  },
  evidence: { name: both('佐证材料', 'Evidence'), about: both('上传的佐证材料。', 'Uploaded evidence.') },
  cascade: {
    name: both('上下级', 'Above and below'),
    about: both(
      '本辖区的上下级，交办下级，上级交办，下级进展。互相看不到对方的数据，往来都是副本。',
      'Jurisdictions above and below, tasks handed down, and what comes back as copies.',
    ),
  },
  health: {
    name: both('运行状况', 'Health'),
    about: both('探活和接口描述，不需登录。', 'Probes and this description, open to all.'),
  },
};

/** Parameters that have no description of their own in their schema. */
export const PARAMETER_TEXTS: Readonly<Record<string, InBoth>> = {
  id: both('编号（UUID），来自列表或链接', 'Id (UUID) as lists and links give it'),
  act: both('批量办理的动作', 'What is done with each'),
  format: both('文件格式', 'Format of the file'),
  action: both('办理动作，来自 allowedActions', 'The act, as allowedActions names it'),
  'tasks.action': both('行动', 'Action'),
  version: both('第几版', 'Which version'),
  'productFigure.name': both('数字的名称，如 tasks.late', 'Name of the figure, such as tasks.late'),
  taskId: both('校核中的任务', 'Task of the review'),
  contact: both('接收地址的编号', 'Id of the address'),
  deliveryId: both('推送的编号', 'Id of the delivery'),
  period: both('报告期，如 2024-04 中旬', 'Period, such as 2024-04 中旬'),
  unit: both('单位', 'Unit'),
  plan: both('方案', 'Plan'),
  'ledger.action': both('行动', 'Action'),
  sitting: both('填报批次', 'Sitting'),
  limit: both('每页最多多少项', 'At most so many items'),
  cursor: both('上一页的 nextCursor，原样带回', 'nextCursor of the page before, as it came'),
  state: both('状态', 'State'),
  status: both('状态', 'State'),
  level: both('级别', 'Level'),
  from: both('起始（含）', 'From, inclusive'),
  to: both('截止（含）', 'To, inclusive'),
  after: both('游标：从它之后的事件起，首次为 0', 'Cursor: events after it; 0 at first'),
  search: both('姓名、用户名或地址中的文字', 'Words in name, user name or address'),
  without: both('只看没有在用地址的人员', 'Only people without an address in use'),
  q: both('名称等处的文字', 'Words in its names'),
  'search.q': both('要找的文字；多个词以空格分开，须都有', 'Words to look for; every one must be there'),
  kind: both('种类', 'Kind'),
  objection: both('异议的编号', 'Id of the objection'),
  obligation: both('所属的应报事项', 'The obligation that it belongs to'),
  note: both('说明', 'Note'),
  unitId: both('单位', 'Unit'),
  role: both('角色', 'Role'),
  assignmentId: both('任职的编号', 'Id of the assignment'),
  dryRun: both('只计算，不办理', 'Count only, and change nothing'),
  reason: both('理由', 'Reason'),
  amends: both('修订的是哪个方案', 'The plan that it amends'),
  colour: both('级别', 'Level'),
  unread: both('只看未读', 'Unread only'),
  name: both('文件名', 'Name of the file'),
  fileName: both('文件名', 'Name of the file'),
  year: both('年份；不写：今天所在的年份', 'The year; left out: that of today'),
  'ladderCourse.name': both('阶梯的名称', 'Name of the ladder'),
  'ladderCourse.appealed': both(
    '申诉：逾期后第几个工作日；不写：不申诉',
    'An appeal, so many working days after the due time; left out: none',
  ),
  'ladderCourse.decided': both(
    '认定申诉：逾期后第几个工作日；不写：一直不认定',
    'The appeal is decided, so many working days after the due time; left out: never',
  ),
  'ladderCourse.decision': both('申诉的认定结果', 'How the appeal is decided'),
  'ladderCourse.stop': both(
    '阶梯因何中途停下；不写：不停',
    'Why the ladder stands still for a while; left out: it does not',
  ),
  'ladderCourse.from': both(
    '从逾期后第几个工作日（12:00）起停下',
    'Since when it stands still, in working days after the due time, from 12:00',
  ),
  'ladderCourse.until': both(
    '停到逾期后第几个工作日；不写：停一个工作日',
    'Until when it stands still, in working days after the due time; left out: for one working day',
  ),
  due: both('逾期的时限', 'The due time that is missed'),
  issued: both(
    '须人签发的文书何时签发：当即、限期届满时、一直不签发',
    'When a notice is issued that a person issues: at once, at the end of the time for it, never',
  ),
  cured: both(
    '逾期后第几个工作日（12:00）办妥；不写：一直不办',
    'Made good at noon of the so-manieth working day; left out: never',
  ),
  answered: both(
    '文书签发后第几个工作日（12:00）书面回复；不写：一直不回复',
    'Notices are answered at noon of the so-manieth working day after their issue; left out: never',
  ),
  cards: both('此前同一季度（年）已有几张', 'Cards that the unit has already in the quarter or year'),
  lag: both('落后序时进度的百分点', 'Points behind the schedule'),
  importance: both('任务的重要程度', 'The weight of the task'),
  'trail.person': both('操作人、被代办人或信息所涉的人', 'Who acted, for whom, or whose data it is'),
  'trail.subject': both(
    '任务、应报事项、报送线或操作对象',
    'A task, an obligation, a line, or what was acted on',
  ),
  'trail.until': both('截止（不含）', 'Until, exclusive'),
  'trail.address': both(
    '网络地址；以 * 结尾时按开头匹配',
    'Network address; with * at its end, what begins so',
  ),
  seq: both('在记录链上的序号，从 1 起', 'Place in its chain, from 1'),
};

export const HEADER_TEXTS = {
  csrf: both(
    '会话的 csrfToken；用接口令牌（Bearer）时不需要',
    'csrfToken of the session; not needed with a token as bearer',
  ),
  idempotencyKey: both(
    '1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复',
    'One for each intention, the same over retries: the request is carried out once, a repeat gets the same answer',
  ),
  ifMatch: both(
    '所见内容的 ETag，原样带回；已被他人改动的答 412',
    'ETag of what was seen, as it came; 412 where it has moved on',
  ),
  ifNoneMatch: both('已有内容的 ETag；没有变化答 304', 'ETag of what is known; 304 where it is still so'),
  acceptLanguage: both(
    'zh-CN（默认）或 en：出错说明和接口描述的语言；业务内容始终是中文',
    'zh-CN (default) or en: the language of problems and of this description; what is recorded stays Chinese',
  ),
  etag: both('修改时以 If-Match 带回', 'To be sent back as If-Match'),
  replayed: both('true：这是先前答复的重复', 'true: the answer of before, once more'),
  rateLimit: both(
    '本人或本令牌余下的次数（r）和恢复所需秒数（t）',
    'What is left to this person or token (r), and for how many seconds (t)',
  ),
  rateLimitPolicy: both('每个时段（w 秒）允许的次数（q）', 'How many requests (q) in so many seconds (w)'),
  retryAfter: both('多少秒后再试', 'Seconds to wait'),
  contentLanguage: both('答复的语言', 'The language of the answer'),
} as const;

export const PIECES = {
  fields: both(
    '只要这些字段，以逗号分隔；不填则全部。可用：',
    'Only these members, with commas between them. There are: ',
  ),
  problem: both('出错说明', 'Problem'),
  notModified: both('没有变化', 'Not modified'),
  needsScope: both('接口令牌须有的范围：', 'Scope that a token needs: '),
  noToken: both(
    '不接受接口令牌，只能由本人在页面上办理。',
    'No token will do: for the person on the page alone.',
  ),
  noIfMatch: both('不需要 If-Match：', 'Needs no If-Match: '),
  noKey: both('不需要 Idempotency-Key：', 'Needs no Idempotency-Key: '),
  shownOnce: both(
    '答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。',
    'The secret in the answer is shown this once: a repeat gets 409 AnswerShownOnce.',
  ),
  token: both(
    '接口令牌：由本人登录后在“登录与安全”中生成，有范围（read、report、act）和期限',
    'A token that the person made on the page 登录与安全, with scopes (read, report, act) and an end',
  ),
  session: both('浏览器会话', 'Session of a browser'),
  subscriptionKey: both(
    '事件订阅的拉取密钥，登记订阅时显示一次',
    'The key of a subscription, shown once when it is registered',
  ),
} as const;

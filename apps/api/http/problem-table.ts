import type { RejectionCode } from '#accountability';
import type { RefusalCode } from '#documents';

interface ProblemEntry {
  status: number;
  title: string;
  /** Said where the refusal brings no words of its own. */
  detail?: string;
}

/** Every code the API can answer with, and its HTTP status. Codes are stable; the words may be improved. */
export const PROBLEMS = {
  // the request itself
  RequestInvalid: {
    status: 400,
    title: '请求内容有误',
    detail: '请求中有不合规定的内容，请按 errors 所列逐项改正。',
  },
  RequestUnreadable: {
    status: 400,
    title: '请求无法解析',
    detail: '请求正文不是有效的 JSON，请检查后重发。',
  },
  TooManyRequests: { status: 429, title: '请求过于频繁', detail: '请求过于频繁，请稍后再试。' },
  RequestTooLarge: { status: 413, title: '请求过大', detail: '请求正文超过 1 MB，请减少内容后重发。' },
  IdempotencyKeyMissing: {
    status: 400,
    title: '缺少幂等键',
    detail: '修改类请求须带 Idempotency-Key 请求头（1 至 200 个可见字符），每次提交用一个新的，重试时不变。',
  },
  IdempotencyKeyReused: {
    status: 422,
    title: '幂等键已用于其他请求',
    detail: '同一 Idempotency-Key 已用于内容不同的请求。请为这次提交换一个新的键。',
  },
  IfMatchMissing: {
    status: 428,
    title: '缺少 If-Match',
    detail: '修改前须先读取该对象，并把其 ETag 放在 If-Match 请求头中一并提交。',
  },
  VersionConflict: {
    status: 412,
    title: '内容已被他人更新',
    detail: '您看到的内容已不是最新。请刷新后核对，再重新提交。',
  },
  // who asks
  SessionMissing: { status: 401, title: '未登录', detail: '请先登录。' },
  SessionOver: { status: 401, title: '登录已失效', detail: '登录已过期或已退出，请重新登录。' },
  KeyUnknown: {
    status: 401,
    title: '拉取密钥无效',
    detail: '请在 Authorization: Bearer 中带上事件订阅的拉取密钥；更换后旧密钥只在并用期内有效。',
  },
  SignInRefused: { status: 401, title: '登录失败' },
  PasswordRefused: { status: 403, title: '原密码不正确' },
  PasswordTooWeak: { status: 422, title: '新密码过于简单' },
  PasswordLeaked: { status: 422, title: '新密码已经泄露' },
  PasswordGuessable: { status: 422, title: '新密码容易被猜到' },
  SecondFactorNeeded: { status: 401, title: '须输入动态码' },
  SecondFactorRefused: { status: 403, title: '动态码不正确' },
  SecondFactorOn: { status: 409, title: '第二重验证已开启' },
  SecondFactorOff: { status: 409, title: '第二重验证未开启' },
  TooManyTokens: { status: 409, title: '接口令牌过多' },
  TokenOver: {
    status: 401,
    title: '接口令牌无效',
    detail: '接口令牌不存在、已停用或已过期。请由本人登录后在“登录与安全”中重新生成。',
  },
  TokenScopeMissing: {
    status: 403,
    title: '接口令牌没有这项权限',
    detail:
      '该接口令牌的范围不包括此操作（read 查看，report 填报，act 其他办理）；登录、密码和令牌本身只能由本人在页面上办理。',
  },
  SecondFactorMustBegin: {
    status: 403,
    title: '须先设置第二重验证',
    detail: '按本系统的规定，您的角色须先设置第二重验证，才能继续使用。',
  },
  PasswordMustChange: {
    status: 403,
    title: '须先修改密码',
    detail: '首次登录或密码重置后，须先修改密码才能继续使用。',
  },
  CsrfTokenWrong: {
    status: 403,
    title: '请求来源无法确认',
    detail: '请求缺少或带有失效的 X-CSRF-Token。请刷新页面后重试。',
  },
  CrossSiteRequest: {
    status: 403,
    title: '不接受其他网站的请求',
    detail: '该请求来自其他网站的页面。请在本系统的页面中操作。',
  },
  NotPermitted: {
    status: 403,
    title: '无权办理',
    detail: '您的角色不能办理此事项。如确需办理，请联系系统管理员核对角色和范围。',
  },
  // what it is about
  NotFound: { status: 404, title: '没有找到', detail: '该对象不存在，或不在您可见的范围内。请检查链接。' },
  SubjectNotFound: {
    status: 404,
    title: '没有找到',
    detail: '该对象不存在，或不在您可见的范围内。请检查链接。',
  },
  MethodNotAllowed: { status: 405, title: '不支持的操作', detail: '该地址不支持此操作。' },
  // what the engine refuses
  EventNotAllowed: { status: 409, title: '当前状态不能办理' },
  OwnReport: { status: 403, title: '不能审核本人填报的内容' },
  ReasonMissing: { status: 422, title: '缺少理由' },
  NoChangeTooOften: { status: 422, title: '连续填报“无变化”过多' },
  SittingIncomplete: { status: 422, title: '填报不完整' },
  SittingNotOpen: { status: 409, title: '填报批次未开放' },
  SittingAlreadyFiled: { status: 409, title: '填报批次已提交' },
  ApproverMissing: { status: 422, title: '须另有批准人' },
  NoticeNotDrafted: { status: 409, title: '文书不是待签发状态' },
  NoticeNotAgreed: { status: 409, title: '文书尚未经同意' },
  NoticeNotIssued: { status: 409, title: '文书尚未签发' },
  LeadMissing: { status: 409, title: '没有牵头单位' },
  DeadlineNotSettable: { status: 409, title: '时限无法设定' },
  CalendarInvalid: { status: 422, title: '日历有误' },
  CalendarUnchanged: { status: 409, title: '日历没有变化' },
  PolicyUnchanged: { status: 409, title: '政策没有变化' },
  PolicyUnknown: { status: 404, title: '没有这一版政策' },
  LadderUnknown: { status: 404, title: '没有这个阶梯' },
  LadderPaused: { status: 409, title: '阶梯已经暂停' },
  LadderNotPaused: { status: 409, title: '阶梯没有暂停' },
  PauseNotAllowed: { status: 403, title: '无权暂停阶梯' },
  PauseTooLong: { status: 422, title: '暂停时间过长' },
  UnitUnknown: { status: 422, title: '单位不存在' },
  UnitExists: { status: 409, title: '单位已登记' },
  UnitNameClaimed: { status: 409, title: '名称已属于其他单位' },
  UnitAliasUnknown: { status: 404, title: '没有这个别名' },
  UnitSuccessionInvalid: { status: 422, title: '单位沿革有误' },
  UnitIsNoGroup: { status: 422, title: '不是单位组' },
  ExtensionNotAllowed: { status: 409, title: '不能延期' },
  InputInvalid: { status: 422, title: '办理内容有误' },
  AmendmentUndecided: { status: 409, title: '修订尚未逐项审定' },
  SourceDiffers: { status: 409, title: '与原文不符' },
  PlanAlreadyLoaded: { status: 409, title: '方案已导入' },
  ReviewNotOpen: { status: 409, title: '校核已结束' },
  DrawAlreadyOpen: { status: 409, title: '已有抽查在进行' },
  DrawNotOpen: { status: 409, title: '抽查不在这一步' },
  PopulationTooSmall: { status: 409, title: '可抽的填报太少' },
  RandomnessMissing: { status: 409, title: '尚未录入公开随机数' },
  SamePerson: { status: 403, title: '须由第二人办理' },
  NotIndependent: { status: 403, title: '须回避' },
  AlreadyVerified: { status: 409, title: '已在核实' },
  AlreadyFound: { status: 409, title: '已有核实结论' },
  ReviewNotReady: { status: 409, title: '尚不能下发' },
  SchemeInvalid: { status: 422, title: '考核办法有误' },
  SchemeMissing: { status: 409, title: '尚未启用考核办法' },
  ComplianceUnconfirmed: { status: 409, title: '减负提示尚未确认' },
  PassageInvalid: { status: 422, title: '所选原文有误' },
  LinkUnknown: { status: 404, title: '链接无效' },
  LinkExpired: { status: 410, title: '链接已过期' },
  TooManyCodes: { status: 429, title: '验证码发送过多' },
  CodeExpired: { status: 410, title: '验证码已失效' },
  CodeWrong: { status: 422, title: '验证码不对' },
  DemandedMessages: { status: 422, title: '必达消息不能全部关闭' },
  // files that are not read, and why
  DOCUMENT_TOO_LARGE: { status: 413, title: '文件过大' },
  DOCUMENT_EMPTY: { status: 422, title: '文件是空的' },
  DOCUMENT_DAMAGED: { status: 422, title: '文件已损坏' },
  DOCUMENT_ENCRYPTED: { status: 422, title: '文件有密码' },
  DOCUMENT_EXPANDS_TOO_MUCH: { status: 422, title: '文件展开后过大' },
  DOCUMENT_TOO_MANY_ROWS: { status: 422, title: '文件行数或页数过多' },
  DOCUMENT_TAKES_TOO_LONG: { status: 422, title: '文件识别超时' },
  DOCUMENT_NEEDS_TOO_MUCH_MEMORY: { status: 422, title: '文件识别占用内存过多' },
  DOCUMENT_KIND_UNKNOWN: { status: 422, title: '不支持的文件格式' },
  DOCUMENT_IS_OLD_OFFICE: { status: 422, title: '旧版 Office 文件' },
  PDF_HAS_NO_TEXT: { status: 422, title: 'PDF 没有文字层' },
  DOCUMENT_NOT_READ: { status: 422, title: '文件未能识别' },
  DOCUMENTS_WAITING: { status: 503, title: '识别任务过多' },
  // what went wrong here
  Unexpected: {
    status: 500,
    title: '系统出错',
    detail:
      '系统出现未预料的错误，本次操作没有完成。请稍后重试；如仍出错，请把 instance 的编号告知系统管理员。',
  },
  AnswerInvalid: {
    status: 500,
    title: '系统出错',
    detail: '系统给出的内容不合接口约定。请把 instance 的编号告知系统管理员。',
  },
  NotAvailable: { status: 501, title: '尚未提供', detail: '本次启动没有提供该功能。' },
  ProgramOutdated: {
    status: 503,
    title: '该事项已由较新版本的程序办理',
    detail:
      '该事项已由较新版本的程序办理，本进程的版本较旧，没有改动任何内容。请稍后重试；如一再出现，请联系管理员更换程序版本。',
  },
  QueueUnavailable: {
    status: 503,
    title: '唤醒队列暂不可用',
    detail: '唤醒队列没有应答。时限和消息由定时巡检照常处理；请稍后重试，或检查 Redis 的连接设置。',
  },
  DatabaseUnavailable: {
    status: 503,
    title: '数据库暂不可用',
    detail: '数据库暂时连接不上，本次操作没有完成。请稍后重试。',
  },
} as const satisfies Record<string, ProblemEntry> &
  Record<RejectionCode, ProblemEntry> &
  Record<RefusalCode, ProblemEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The entry of a code. A refusal that the table does not know is a conflict with the state of things. */
export function problemEntry(code: string): ProblemEntry {
  return Object.hasOwn(PROBLEMS, code)
    ? PROBLEMS[code as ProblemCode]
    : { status: 409, title: '当前不能办理' };
}

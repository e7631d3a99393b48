import { entry } from './entry.js';
import { SIGN_OFF_PROBLEMS } from './sign-off-problems.js';

/** What the engine refuses: rules of the matter itself. */
export const WORK_PROBLEMS = {
  EventNotAllowed: entry(
    409,
    ['当前状态不能办理', 'Not possible in the present state'],
    [
      '该事项现在的状态不能这样办理。请刷新，按 allowedActions 所列办理。',
      'Its state does not allow this now. Read it again; allowedActions lists what is possible.',
    ],
  ),
  OwnReport: entry(
    403,
    ['不能审核本人填报的内容', 'Nobody reviews their own report'],
    ['请由其他有权审核的人办理。', 'Somebody else who may review has to do it.'],
  ),
  ReasonMissing: entry(
    422,
    ['缺少理由', 'A reason is missing'],
    ['请写明理由后提交。', 'Say why, and send again.'],
  ),
  NoChangeTooOften: entry(
    422,
    ['连续填报“无变化”过多', '“No change” too often in a row'],
    [
      '连续填报“无变化”已达上限，这一次须写明进展。',
      'It was said as often in a row as policy allows. This time words are needed (done).',
    ],
  ),
  SittingIncomplete: entry(
    422,
    ['填报不完整', 'The filing is incomplete'],
    [
      '本批次中有应报事项没有填写或填写有误，见 errors。',
      'Something owed in this sitting is missing or wrong; errors says what. A sitting is filed whole.',
    ],
  ),
  SittingNotOpen: entry(
    409,
    ['填报批次未开放', 'The sitting is not open'],
    ['填报窗口尚未开放或已经结束。', 'Its window has not opened yet, or is over. See opensAt and dueAt.'],
  ),
  SittingAlreadyFiled: entry(
    409,
    ['填报批次已提交', 'The sitting was filed already'],
    ['本批次已经提交；退回的事项可重新填报。', 'Only what was returned of it can be filed again.'],
  ),
  ...SIGN_OFF_PROBLEMS,
  ApproverMissing: entry(
    422,
    ['须另有批准人', 'An approver is needed'],
    ['此事须由另一人批准。', 'Another person has to approve this.'],
  ),
  NoticeNotDrafted: entry(
    409,
    ['文书不是待签发状态', 'The notice is no draft'],
    ['文书已签发、已撤销或已由他人办理，请刷新。', 'It was issued, rescinded or handled. Read it again.'],
  ),
  NoticeNotAgreed: entry(
    409,
    ['文书尚未经同意', 'The notice was not agreed to'],
    ['按政策须先经指挥长同意，才能签发。', 'Policy wants the commander’s agreement before it is issued.'],
  ),
  NoticeNotIssued: entry(
    409,
    ['文书尚未签发', 'The notice was not issued'],
    ['文书签发后才能签收或办理。', 'It can be acknowledged or acted on once it has been issued.'],
  ),
  LeadMissing: entry(
    409,
    ['没有牵头单位', 'There is no lead unit'],
    ['请先指定牵头单位。', 'Assign a lead unit first.'],
  ),
  DeadlineNotSettable: entry(
    409,
    ['时限无法设定', 'The deadline cannot be set'],
    [
      '按现有日历或政策无法算出时限，没有作任何改动。请联系系统管理员核对日历。',
      'It cannot be computed by the calendar or policy in force; nothing was changed. Ask the administrator to look at the calendar.',
    ],
  ),
  CalendarInvalid: entry(
    422,
    ['日历有误', 'The calendar is not valid'],
    ['请按提示改正日历后重试。', 'Correct the calendar as the detail says.'],
  ),
  CalendarUnchanged: entry(
    409,
    ['日历没有变化', 'The calendar is the same'],
    ['与现行日历相同，没有需要更新的内容。', 'It is the calendar in force; there is nothing to do.'],
  ),
  PolicyUnchanged: entry(
    409,
    ['政策没有变化', 'The policy is the same'],
    ['与现行政策相同，没有需要更新的内容。', 'It is the policy in force; there is nothing to do.'],
  ),
  PolicyUnknown: entry(
    404,
    ['没有这一版政策', 'No such version of the policy'],
    ['请核对政策编号和版本。', 'Check id and version.'],
  ),
  ProductUnknown: entry(
    404,
    ['没有这类产品', 'No such product'],
    [
      '请核对产品的种类和范围：台账到“台账”页下载，提醒函、督办单等文书由督办阶梯拟制。',
      'Check kind and scope: ledgers are downloaded, notices are drafted by the ladder.',
    ],
  ),
  ReleaseRefused: entry(
    422,
    ['这份公示还不能对外公开', 'This publication may not go to the public as it is'],
    [
      '请退回修改：去掉提示中列出的内容，或更新数据后重新核稿、印发。',
      'Return it, take out what the detail names or refresh its figures, review and issue it again.',
    ],
  ),
  PublicationEmpty: entry(
    409,
    ['这份公示没有一项经核实的任务', 'No verified task is in this publication'],
    [
      '仍要公开的，请先确认再印发（publishEmpty 为 true）；否则等有任务核实属实后再印发。',
      'To publish it all the same, confirm it (publishEmpty: true); else wait for a verified task.',
    ],
  ),
  AssessmentExists: entry(
    409,
    ['这一期已有考核', 'This period is being assessed'],
    ['请打开已有的考核；需要重新组织的，先撤回它。', 'Open it; withdraw it first to begin anew.'],
  ),
  AssessmentNotOpen: entry(
    409,
    ['考核不在公示阶段', 'The assessment is no preview'],
    ['已确定或已撤回的考核不能再改动。', 'What is final or withdrawn is not changed.'],
  ),
  ObjectionsClosed: entry(
    409,
    ['异议期已过', 'The time for objections is over'],
    ['异议只能在公示的截止时间前提出。', 'Objections can be filed only before the stated time.'],
  ),
  ObjectionsOpen: entry(
    409,
    ['异议期未满', 'Units may still object'],
    ['异议期满以后才能确定结果。', 'It becomes final only when the time for objections is over.'],
  ),
  ObjectionUndecided: entry(
    409,
    ['还有异议没有裁定', 'An objection is undecided'],
    ['逐件裁定异议后再确定结果。', 'Decide every objection first.'],
  ),
  ObjectionDecided: entry(
    409,
    ['异议已经裁定', 'The objection is decided'],
    [
      '裁定不能更改；确需更正的，撤回考核后重新组织。',
      'A decision stands; withdraw the assessment to begin anew.',
    ],
  ),
  RecordChanged: entry(
    409,
    ['重新计算的结果与公示时不同', 'Reckoned again, it differs from the preview'],
    [
      '请管理员核查记录是否完整（npx luoshi audit），然后撤回并重新组织考核。',
      'Check the record, withdraw the assessment and begin anew.',
    ],
  ),
  NothingToReport: entry(
    409,
    ['没有可以写的内容', 'Nothing to report'],
    [
      '这一期没有任务或还没有开始；请核对期次。',
      'The period has no tasks or has not begun; check the period.',
    ],
  ),
  LadderUnknown: entry(
    404,
    ['没有这个阶梯', 'No such ladder'],
    ['请核对督办阶梯的编号。', 'Check the id of the ladder.'],
  ),
  LadderPaused: entry(
    409,
    ['阶梯已经暂停', 'The ladder is paused already'],
    ['该督办阶梯已处于暂停中。', 'It is paused already.'],
  ),
  LadderNotPaused: entry(
    409,
    ['阶梯没有暂停', 'The ladder is not paused'],
    ['该督办阶梯没有暂停，无须恢复。', 'It is not paused: there is nothing to resume.'],
  ),
  PauseNotAllowed: entry(
    403,
    ['无权暂停阶梯', 'Pausing the ladder is not permitted'],
    ['请由政策规定的角色办理。', 'Policy says who may pause it.'],
  ),
  PauseTooLong: entry(
    422,
    ['暂停时间过长', 'The pause is too long'],
    ['暂停时间超过政策规定的上限，请缩短。', 'It exceeds what policy allows. Choose an earlier end.'],
  ),
  UnitUnknown: entry(
    422,
    ['单位不存在', 'No such unit'],
    ['请从单位列表中选择。', 'Use ids of GET /api/v1/units.'],
  ),
  UnitExists: entry(
    409,
    ['单位已登记', 'The unit exists already'],
    ['该单位已经登记。', 'It was registered before.'],
  ),
  UnitNameClaimed: entry(
    409,
    ['名称已属于其他单位', 'The name belongs to another unit'],
    ['请核对名称，或先解除其他单位的别名。', 'Check the name, or take the alias from the other unit first.'],
  ),
  UnitAliasUnknown: entry(404, ['没有这个别名', 'No such alias'], ['请核对单位别名。', 'Check the alias.']),
  UnitSuccessionInvalid: entry(
    422,
    ['单位沿革有误', 'The succession is not valid'],
    ['承接单位有误或日期不合，请核对。', 'The successor or the date does not fit.'],
  ),
  UnitIsNoGroup: entry(
    422,
    ['不是单位组', 'The unit is no group'],
    ['只有单位组才能展开。', 'Only a group of units can be expanded.'],
  ),
  ExtensionNotAllowed: entry(
    409,
    ['不能延期', 'An extension is not allowed'],
    [
      '按政策不能延期：次数已用完，或期限已过。确需延期的，由指挥部办公室特批。',
      'Policy forbids it: it was extended before, or the deadline has passed. An override is another act, of the headquarters office.',
    ],
  ),
  InputInvalid: entry(
    422,
    ['办理内容有误', 'The input is not valid'],
    ['请按 errors 或 detail 的说明改正。', 'Correct what errors or detail says.'],
  ),
  AmendmentUndecided: entry(
    409,
    ['修订尚未逐项审定', 'The amendment is undecided'],
    ['请先逐项审定修订内容。', 'Decide every item of the amendment first.'],
  ),
  SourceDiffers: entry(
    409,
    ['与原文不符', 'It differs from the source'],
    ['内容与方案原文不符，请核对原文。', 'It does not agree with the text of the plan. Compare both.'],
  ),
  PlanAlreadyLoaded: entry(
    409,
    ['方案已导入', 'The plan was loaded already'],
    ['同一方案已经导入，不能重复导入。', 'The same plan is there already.'],
  ),
  ReviewNotOpen: entry(
    409,
    ['校核已结束', 'The review is over'],
    ['该方案的校核已下发或作废，不能再改。', 'It was dispatched or abandoned, and changes no more.'],
  ),
  DrawAlreadyOpen: entry(
    409,
    ['已有抽查在进行', 'Another draw is under way'],
    ['请先完成或作废正在进行的抽查。', 'Finish or abandon the one under way first.'],
  ),
  DrawNotOpen: entry(
    409,
    ['抽查不在这一步', 'The draw is not at this step'],
    [
      '抽查按公布承诺、冻结名单、录入随机数、抽签的顺序进行，请刷新后办理当前一步。',
      'Its steps come in order: commitment, freezing, randomness, drawing. Read it again and take the next one.',
    ],
  ),
  PopulationTooSmall: entry(
    409,
    ['可抽的填报太少', 'Too few reports to draw from'],
    ['可抽查的填报少于抽取数，请减少抽取数或稍后再抽。', 'There are fewer than are to be drawn.'],
  ),
  RandomnessMissing: entry(
    409,
    ['尚未录入公开随机数', 'The public randomness is missing'],
    ['请先录入约定的公开随机数。', 'Record the public random number that was agreed on first.'],
  ),
  SamePerson: entry(
    403,
    ['须由第二人办理', 'A second person is needed'],
    ['此步须由另一人办理，同一人不能办理两步。', 'The same person may not do both steps.'],
  ),
  NotIndependent: entry(
    403,
    ['须回避', 'Not independent'],
    ['核实人与被核实单位有关，须回避。请另派人员。', 'Who verifies may have nothing to do with the unit.'],
  ),
  AlreadyVerified: entry(
    409,
    ['已在核实', 'It is being verified already'],
    ['该事项已有核实在进行。', 'A verification of it is under way.'],
  ),
  AlreadyFound: entry(
    409,
    ['已有核实结论', 'There is a finding already'],
    ['核实结论已经作出，不能重复。', 'The finding was recorded before.'],
  ),
  ReviewNotReady: entry(
    409,
    ['尚不能下发', 'Not ready to be dispatched'],
    ['还有未校核的任务或未定的单位，请先办完。', 'Tasks or units are still undecided.'],
  ),
  SchemeInvalid: entry(
    422,
    ['考核办法有误', 'The scoring scheme is not valid'],
    ['请按提示改正考核办法。', 'Correct the scheme as the detail says.'],
  ),
  SchemeMissing: entry(
    409,
    ['尚未启用考核办法', 'No scoring scheme is in force'],
    ['请先由绩效办启用考核办法。', 'The assessor has to put one in force first.'],
  ),
  ComplianceUnconfirmed: entry(
    409,
    ['减负提示尚未确认', 'The warnings were not confirmed'],
    ['请先阅读并确认减负提示，再启用。', 'Read and confirm the warnings first.'],
  ),
  PassageInvalid: entry(
    422,
    ['所选原文有误', 'The passage is not valid'],
    ['所选范围不在原文之内，请重新选取。', 'The range lies outside the text. Choose again.'],
  ),
  LinkUnknown: entry(
    404,
    ['链接无效', 'The link is not known'],
    ['链接无效，请登录系统办理。', 'Sign in instead.'],
  ),
  LinkExpired: entry(
    410,
    ['链接已过期', 'The link has expired'],
    ['链接已过期，请登录系统办理。', 'Sign in instead.'],
  ),
  TooManyCodes: entry(
    429,
    ['验证码发送过多', 'Too many codes were sent'],
    ['请稍后再发送验证码。', 'Wait before another code is sent.'],
  ),
  CodeExpired: entry(
    410,
    ['验证码已失效', 'The code has expired'],
    ['请重新发送验证码。', 'Have another code sent.'],
  ),
  CodeWrong: entry(
    422,
    ['验证码不对', 'The code is wrong'],
    ['请核对收到的验证码。', 'Check the code that came.'],
  ),
  JurisdictionUnknown: entry(
    404,
    ['没有这个辖区', 'There is no such jurisdiction'],
    ['请核对行政区划代码。', 'Check the code.'],
  ),
  JurisdictionNotBelow: entry(
    422,
    ['不是直接下级', 'It is not directly below'],
    ['请从所列的直接下级中选择；上下级由服务器管理员设置。', 'Choose among those directly below.'],
  ),
  JurisdictionNotAbove: entry(
    422,
    ['级别不高于名下辖区', 'It is not above those under it'],
    ['请先调整名下的辖区。', 'Move those under it first.'],
  ),
  HandedDownAlready: entry(
    409,
    ['已经交办', 'It is handed down already'],
    ['同一任务对同一下级只能有一次有效的交办；需要重新交办的，请先收回。', 'Recall it first.'],
  ),
  DeadlineLaterThanUpper: entry(
    422,
    ['时限晚于上级交办的时限', 'The deadline is later than the one handed down'],
    ['请提前时限，或写明理由，随承接一并报告上级。', 'Say why, or choose an earlier day.'],
  ),
  DemandedMessages: entry(
    422,
    ['必达消息不能全部关闭', 'Demanded messages cannot all be turned off'],
    ['请至少保留一个接收必达消息的地址。', 'Keep at least one address for what must arrive.'],
  ),
} as const;

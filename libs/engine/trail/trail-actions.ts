import type { TrailKind } from '#persistence';

/**
 * Everything that the trail can say besides what happens to subjects, by kind, each as the Chinese verb phrase of its sentence:
 * 「张三 重置了密码：李四」. Whoever records something new adds a line here; without one it does not compile.
 */
export const TRAIL_ACTIONS = {
  account: {
    accountCreated: '开设了账号',
    accountChanged: '修改了账号资料',
    accountClosed: '停用了账号',
    accountReopened: '恢复了账号',
    accountMoved: '把账号调到另一单位',
    accountLocked: '因多次输错密码，账号被暂时锁定',
    accountUnlocked: '解除了账号锁定',
    passwordReset: '重置了密码',
    passwordChanged: '修改了密码',
    secondFactorBegun: '开始设置二次验证',
    secondFactorOn: '启用了二次验证',
    secondFactorOff: '停用了二次验证',
    recoveryCodesRenewed: '重新生成了恢复码',
    roleGranted: '授予了角色',
    roleRevoked: '撤销了角色',
    delegationGranted: '授权他人代办',
    delegationEnded: '结束了代办授权',
    tokenMade: '新建了接口令牌',
    tokenRevoked: '作废了接口令牌',
    sessionsRevoked: '强制退出了登录',
    signedIn: '登录了系统',
    signInRefused: '登录被拒绝',
    signedOut: '退出了登录',
    identityLinked: '绑定了统一身份认证账号',
    identityUnlinked: '解除了统一身份认证绑定',
    changeApproved: '批准了账号变更',
    changeAsked: '申请了账号变更，待另一位管理员复核',
    changeRefused: '驳回了账号变更',
  },
  configuration: {
    policyAdopted: '启用了新的规则',
    calendarAnnounced: '发布了日历安排',
    unitChanged: '修改了单位名录',
    channelChanged: '修改了站外渠道',
    contactRecorded: '登记了接收地址',
    contactTakenBack: '停用了接收地址',
    webhookChanged: '修改了事件推送',
    ladderPaused: '暂停了督办升级',
    ladderResumed: '恢复了督办升级',
    scoringChanged: '修改了计分办法',
    settingChanged: '修改了系统设置',
    signOffTurnedOn: '开启了负责人审签',
    signOffTurnedOff: '关闭了负责人审签',
    queuePaused: '暂停了唤醒队列',
    queueResumed: '恢复了唤醒队列',
    jurisdictionFounded: '建立了辖区',
    jurisdictionChanged: '修改了辖区设置',
    archiveImported: '导入了档案',
    jurisdictionPlaced: '调整了辖区的上级',
  },
  export: {
    listExported: '导出了清单',
    ledgerExported: '下载了台账',
    trailExported: '导出了留痕',
    archiveExported: '导出了档案',
    backupTaken: '做了备份',
  },
  read: {
    looked: '查看了个人信息',
  },
  retention: {
    personErased: '清除了离任人员的个人信息',
    expiredErased: '清除了超过保存期限的个人信息',
  },
  evidence: {
    evidenceAdded: '上传了佐证材料',
    evidenceWithdrawn: '撤回了佐证材料',
    erasureAsked: '申请依法删除佐证材料',
    erasureTakenBack: '撤销了依法删除的申请',
    evidenceErased: '依法删除了佐证材料',
  },
  product: {
    productProduced: '生成了产品草稿',
    productRefreshed: '按最新数据更新了草稿',
    productEdited: '修改了草稿',
    productReviewed: '核稿',
    productReturned: '退回修改',
    productIssued: '印发',
    productWithdrawn: '撤回了已印发的产品',
    productAbandoned: '作废了草稿',
    productAcknowledged: '签收了产品',
    assessmentOpened: '公布了考核预览',
    assessmentObjected: '对考核得分提出了异议',
    assessmentObjectionDecided: '裁定了考核异议',
    assessmentFinalised: '确定了考核结果',
    assessmentWithdrawn: '撤回了考核',
  },
  cascade: {
    taskHandedDown: '把任务交办给下级',
    handDownAnswered: '答复了下级的询问',
    handDownRecalled: '收回了交办',
    handedDownAdopted: '承接了上级交办',
    handedDownDeclined: '退回了上级交办',
    handedDownAsked: '向上级询问',
    cascadeReceived: '收到上下级来件',
  },
  filing: {
    sentForSignOff: '把填报送负责人审签',
    signOffTakenBack: '撤回了送审的填报',
    signOffReturned: '退回了送审的填报',
    signedOff: '审签了填报',
  },
} as const satisfies Record<TrailKind, Record<string, string>>;

export type TrailAction<K extends TrailKind> = keyof (typeof TRAIL_ACTIONS)[K] & string;

/** The words of an action; of one that a newer version wrote, its name. */
export function trailActionLabel(kind: TrailKind, action: string): string {
  const labels: Readonly<Record<string, string>> = TRAIL_ACTIONS[kind];
  return labels[action] ?? action;
}

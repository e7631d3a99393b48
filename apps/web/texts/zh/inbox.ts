import { inLanguage } from '../in-language.js';

export const inboxText = inLanguage('inboxText', {
  title: '收件箱',
  messages: '消息',
  notices: '督办文书',
  unread: (n: number): string => `${n} 条未读`,
  none: '没有消息',
  noneHint: '提醒、退回和督办文书会送到这里。',
  noNotices: '没有督办文书',
  noNoticesHint: '签发给您或本单位的文书显示在这里。',
  markAll: '全部标为已读',
  open: '打开相关事项',
  openNotice: '看文书',
  openProduct: '看文稿、签收',
  noNumber: '未编号',
  issuedAt: (when: string): string => `${when} 签发`,
  draftedAt: (when: string): string => `${when} 拟制`,
  acknowledgedAt: (when: string): string => `${when} 已签收`,
  notAcknowledged: '未签收',
  acknowledged: '已签收',
  isUnread: '未读',
});

import { inLanguage } from '../in-language.js';

/** Due dates in a calendar programme of one's own. */
export const feedTexts = inLanguage('feedTexts', {
  title: '日历订阅',
  what: '在手机或电脑的日历里看到本单位的填报截止、应办截止和任务到期，到期前一天提醒。把下面的地址添加为“订阅日历”即可，内容自动更新。',
  secret: '知道这个地址的人都能看到这些日期。地址只显示这一次；如有泄露，换一个新地址，原地址随即失效。',
  none: '还没有订阅地址',
  made: (at: string): string => `地址生成于${at}`,
  neverRead: '还没有日历程序读取过',
  read: (at: string): string => `日历程序最近读取：${at}`,
  make: '生成地址',
  renew: '换一个新地址',
  stop: '停用',
  copy: '复制',
  copied: '地址已复制',
  copyFailed: '没能复制，请手工选中地址后复制',
  stopped: '已停用，原地址不能再读取',
  address: '订阅地址',
});

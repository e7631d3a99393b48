import { inLanguage } from '../in-language.js';

export const delegationTexts = inLanguage('delegationTexts', {
  tab: '代办授权',
  hint: '休假、出差时可以授权本单位或同一办公室的人代办。代办所做的每件事都记为“某某代某某”，双方都会收到消息；督查室可以看到。审核、督查、考核、审计和三员的角色不能代办。',
  none: '没有代办授权。',
  nothingToLend: '您现任的角色不能由他人代办。',
  begin: '授权他人代办',
  acts: (delegate: string, delegator: string): string => `${delegate} 代 ${delegator}`,
  days: (from: string, to: string): string => `${from} 至 ${to}`,
  end: '结束',
  endedByHand: '提前结束',
  who: '代办人',
  roles: '代办的角色',
  from: '起始日',
  to: '截止日',
  reason: '事由',
  required: '请填写',
  submit: '授权',
  cancel: '取消',
});

import { inLanguage } from '../in-language.js';

/** Rhythms: where they come from, and which replace which. */
export const cadenceText = inLanguage('cadenceText', {
  reports: '牵头单位填报：',
  replaces: '代替继承的频次',
  replacesNone: '与方案、行动的频次相加',
  reason: '代替的理由',
  addsUp: '任务自己的频次与方案、行动的频次相加；只有在这里注明“代替”的，才不再按被代替的频次填报。',
  inherited: (origin: string, label: string): string => `${origin === 'plan' ? '方案' : '行动'}·${label}`,
  instead: (label: string, replaced: readonly string[], reason: string): string =>
    `${label}（代替${replaced.join('、')}：${reason}）`,
  effective: (origin: string, label: string, by: string): string =>
    `${origin === '' ? '' : `${origin}·`}${label}${by === '' ? '' : `（${by}）`}`,
  replacedBy: (label: string, who: string | null, reason: string): string =>
    `已由${label}代替${who === null ? '' : `（${who}）`}：${reason}`,
  wholePlan: '整个方案',
  owner: '哪里规定的',
  by: '由谁办理（可不填）',
  inheritedHint:
    '方案的频次由全部任务继承，行动的频次由该行动的任务继承。写明由指挥部办公室、召集人等办理的，不要求牵头单位填报。',
});

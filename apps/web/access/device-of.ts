import { wordInLanguage } from '../texts/in-language.js';

/** Longer names first: every browser claims to be Safari, many to be Chrome. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/wxwork\//, '企业微信'],
  [/DingTalk\//, '钉钉'],
  [/Lark\//, '飞书'],
  [/Edg\//, 'Edge'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Kylin|UnionTech/i, '国产桌面系统'],
  [/Linux/, 'Linux'],
];

/** What a person would call the device that a request says it comes from. */
export function deviceOf(agent: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(agent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(agent))?.[1];
  const named = [system, browser].filter((each) => each !== undefined).map(wordInLanguage);
  return named.length === 0 ? agent.slice(0, 40) : named.join(' · ');
}

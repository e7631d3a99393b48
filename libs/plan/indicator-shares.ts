/** Words that stand for the beginning of a name where its end is said once: 城镇、农村居民收入. */
const HALVES =
  /^(?:城镇|农村|城市|乡村|国内|国际|境内|境外|进口|出口|市级|县级|省级|国家级|省内|省外|一产|二产|三产|男性|女性|公立|民办)/u;

/** 甲、乙分别增长: 甲增长 and 乙增长; 城乡居民收入分别增长6%、7%: of the towns and of the country. Fewer than two where it shares nothing. */
export function namesShared(name: string): string[] {
  const [names = '', verb = ''] = name.split('分别');
  const listed = names.split(/、|以及|和|及/u).filter(Boolean);
  if (listed.length === 1 && /^城乡/u.test(names))
    return [`城镇${names.slice(2)}${verb}`, `农村${names.slice(2)}${verb}`];
  const last = listed.at(-1) ?? '';
  const half = HALVES.exec(last)?.[0] ?? '';
  const rest = half === '' ? '' : last.slice(half.length);
  return listed.map((one) => `${HALVES.exec(one)?.[0] === one ? `${one}${rest}` : one}${verb}`);
}

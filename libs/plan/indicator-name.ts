const LEADING =
  /^(?:其中|我[省市区县]|力争|确保|努力|争取(?!上级)|积极|扎实|全力|推动|推进|实现|完成|全年|年[底末](?:之?前)?|年内|今年|到?20\d{2}年[底末]?(?:前)?|\d{1,2}月(?:底|末)?(?:之?前)?|第?[一二三四]季度末?(?:前)?|[上下]半年|实施|开展|组织|举办|高质量|至少|要|使|将|的|并|和(?![美谐平顺])|及|以及|同时|拟|计划|预计|、|，|建设|建成|培育|打造|引进|遴选|滚动|平均每[天月年])+/u;
const TRAILING =
  /(?:均|都|力争|达到?|达至|提高到|提升到|提高至|提升至|增至|增加到|保持在?|稳定在|降至|降到|降低到|降低至|压减到|压减至|压缩至|压缩到|压缩为|缩短至|缩短到|缩短为|控制在|不低于|不高于|不少于|不多于|至少|不超过|低于|高于|少于|多于|大于|超过|突破|实现|新增|约|近|为|在|到|完成|建成|每(?:半年|年|季度?|月|周|人|户|亩|吨|天|日|村|个))+$/u;

/** The name of a quantity from the words before it in its clause: without the verbs around it. */
export function nameBefore(words: string): string {
  const bare = words.replace(TRAILING, '').replace(LEADING, '');
  return trimName(bare.replace(/(?:力争|确保|努力|争取|预计|计划)(?=增长|下降|提高|提升|减少|增加)/u, ''));
}

/** The name from the words after it: 新增10个以上返乡创业主体; what is done with the things is left out. */
export function nameAfter(words: string): string {
  const name = trimName(words.replace(/^(?:以上|以下|以内|左右|的)+/u, ''));
  const thing = name.replace(/(?:在.{2,}|落地|投产|开工|建成|参加|实现).*$/u, '');
  return thing.length >= 3 ? thing : name;
}

function trimName(name: string): string {
  return name
    .replace(/^[）〕】、]+|[（〔【].*$|[）〕】].*$/gu, '')
    .trim()
    .slice(0, 40);
}

/** What a phrase makes of its names; `none` where it does not say. */
export type PhraseRole = 'lead' | 'sharedLead' | 'duty' | 'sharedDuty' | 'support' | 'none';

/** 按照各自职责分工 · 结合职能 · 依职责 */
const BY_DUTY =
  '(?:根据|按照?|依据?|依照|结合)(?:(?:各自|部门|本单位|各部门|自身|本级|法定|相应)的?){0,3}(?:职责|职能|责任|分工)(?:职责)?(?:分工|任务|权限)?(?:范围)?(?:和(?:任务|职责)?分工)?';
const MANNER = `(?:${BY_DUTY}|分别|共同|各自|分工|联合|一并|协同)`;
/** One unit may do this by itself: it does not say that several share. */
const ALONE = '(?:具体|主要|属地|组织|直接|全面|统一|认真|切实|密切|积极|结合实际|因地制宜|抓紧|严格)';

const HANDLE =
  '(?:负责|抓总|落实|组织实施|组织协调|组织|推进落实|推进|推动|实施|承办|统筹协调|统筹推进|统筹|协调|指导|汇总|办理|调度|抓好落实|抓落实|督促)';
const LEADING = `(?:(?:负责)?(?:总)?牵头${HANDLE}{0,2}|主办|主抓|抓总|总抓|统筹协调|统筹(?:推进|负责)?|总负责|负总责|负主责|主责|为主负责|负主要责任)`;
const DOING =
  '(?:负责(?:落实|组织实施|实施|组织|具体落实|推进|办理|组织落实|承办|抓好落实|具体实施)?|组织实施|组织落实|抓好?(?:贯彻|组织)?落实|落实(?:到位|落地)?|承办|办理|推进(?:落实|实施)?|实施|各负其责|执行|承担)';
const HELPING =
  '(?:(?:负责)?(?:密切|积极|协同|协助|参与)?(?:配合|参与|协助|协同|协办|参加|支持|协作)(?:落实|配合|做好(?:相关工作)?|实施|推进|负责|工作|执行)?)';
const KIND = '(?:责任)?(?:单位|部门|处室|科室|主体|机构|地区)';

/** 为牵头单位 · 作为责任主体 */
const as = (words: string): string => `(?:为|作为|是|系|即为)(?:第一|主要|共同|总)?${words}${KIND}`;
/** What may stand after a role: the end of the phrase, or those whom it does it with. */
const AFTER = '(?=[，；。、\\s]|$|并?会同|并?协同有关)';
const form = (words: string): RegExp => new RegExp(`(?:${words})${AFTER}`, 'uy');

/** The words that stand after names and say what these do, each kind of role with its forms. */
const ROLES: readonly (readonly [Exclude<PhraseRole, 'none'>, RegExp])[] = [
  ['lead', form(`${ALONE}{0,3}${LEADING}|${as('(?:牵头|主办|主责|总牵头|责任牵头)')}`)],
  ['sharedLead', form(`(?:${MANNER}|${ALONE}){1,4}${LEADING}|${as('共同牵头')}`)],
  ['support', form(`${ALONE}{0,3}${HELPING}|${as('(?:配合|参与|协办|协助|成员|协同|支持)')}`)],
  ['duty', form(`${ALONE}{0,3}${DOING}|${as('(?:责任|落实|实施|承办|主体|主管)?')}`)],
  ['support', form(`(?:${MANNER}|${ALONE}){1,4}${HELPING}`)],
  ['sharedDuty', form(`(?:${MANNER}|${ALONE}){1,4}(?:${DOING}|做好[^，；。、]{0,16})`)],
];

/** How the words that say a role begin: only there is it worth while to try them all. */
const MAY_BEGIN =
  '牵总主办抓统负为作是系任即具组直全认切密积严因配参协支根按依结分共各联一落承推实执做保提给加指督完开属';

export function mayBeginRole(character: string): boolean {
  return MAY_BEGIN.includes(character);
}

/** The role that is said at a position, and where it ends. */
export function roleAt(
  input: string,
  at: number,
): { readonly value: Exclude<PhraseRole, 'none'>; readonly end: number } | undefined {
  if (!MAY_BEGIN.includes(input.charAt(at)) || at >= input.length) return undefined;
  for (const [value, words] of ROLES) {
    words.lastIndex = at;
    if (words.test(input)) return { value, end: words.lastIndex };
  }
  return undefined;
}

/** What a unit contributes: 县财政局做好资金保障. Read only after a whole name. */
const CONTRIBUTES =
  /(?:做好|抓好|保障|提供|给予|加强|指导|督促|监督|开展|落实|完成|结合实际|负责)(?![局办委厅部所站处和与性])(?:(?![局委厅]|政府|管委会|办公室)[^，；。、：（〔]){2,20}(?=[，；。]|$)/uy;

export function contributionAt(input: string, at: number): number | undefined {
  CONTRIBUTES.lastIndex = at;
  return CONTRIBUTES.test(input) ? CONTRIBUTES.lastIndex : undefined;
}

/** What brackets after a single name say of it: 县水利局（牵头）. */
export function roleInBrackets(words: string): PhraseRole | undefined {
  if (/^(?:总?牵头|主办|主责|抓总|负总责|总负责)(?:负责|单位|部门|责任单位)?$/.test(words)) return 'lead';
  if (/^(?:配合|协办|参与|协助|协同)(?:单位|部门|责任单位)?$/.test(words)) return 'support';
  return undefined;
}

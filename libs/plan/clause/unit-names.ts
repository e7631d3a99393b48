/** How the names of Chinese public bodies end. */
const ENDINGS =
  '局|委|办|部|厅|院|会|联|中心|公司|集团|总队|大队|支队|中队|队|企业|单位|部门|政府|街道|办事处|乡|镇|区|市|县|州|旗|盟|苏木|嘎查|村|社区|科协|团委|行|所|站|处|科|室|股|社|馆|校|大学|学院|中学|小学|幼儿园|实验室|机构|地区|地方|专班|组|基地|主体|署|协会|商会|领导小组|指挥部|分行|支行|电视台|台|报社|银行|法院|检察院|组织部|军分区|人武部|人大|政协|工会|妇联|文联|侨联|残联|红十字会|筹备组|管委会|委员会|人民银行|海关|税务|海事|机关|国资监管机构|园|园区|农场|林场|机场|港|监狱|兵团|师|团|平台|公积金|铁塔|移动|联通|电信|邮政|烟草|石油|石化|党委|党组|支部|工委|纪委|监委|院校|高校|党派|国企|央企';
const ENDS_LIKE_UNIT = new RegExp(`(?:${ENDINGS})(?:（[^（）]*）|〈[^〈〉]*〉|〔[^〔〕]*〕)?$`);
/** Endings that only public bodies have: a list of names alone is a clause where these stand. */
const ENDS_LIKE_BODY =
  /(?:局|委|办|厅|政府|办公室|管委会|委员会|法院|检察院|组织部|宣传部|统战部|总工会|妇联|残联|工商联|科协|文联|侨联|供销社|办事处|[总支大]队|分行|支行|(?:供电|电力|投资|城投|水务)[^、]{0,6}公司|集团|领导小组|指挥部|专班|机关|纪委|监委|海关|财政部|教育部|科技部|公安部|民政部|司法部|商务部|应急部|信息化部|社会保障部|资源部|环境部|建设部|运输部|水利部|农村部|旅游部|管理部|安全部|总署|证监会|银保监会|国资委|主管部门|有关部门|相关部门|有关单位|成员单位)(?:（[^（）]*）|〈[^〈〉]*〉|〔[^〔〕]*〕)?$/;
/** How a second name begins after 和 or 及, where the first one is complete. */
const BEGINS_LIKE_UNIT =
  /^(?:各|有关|相关|其他|其它|所在|属地|省|自治区|市(?!场)|县|区|州|旗|盟|镇|乡|街道|国家|国务院|中央|全国|驻|团[省市县区州]委|人民银行|人行|设区市|中国|国网|园区)/;
/** A group whose members the text does not name. */
const VAGUE =
  /有关|相关|其他|其它|各[^〈（]{0,16}(?:单位|部门|科室|处室|股室)$|直[^〈（]{0,6}(?:单位|部门)$|级(?:部门|单位)$|各负有/;
const REMARK_ONLY =
  /^(?:无|暂无|没有|\/|\\|-+|—+|－+|略|待定|不涉及|空|下同|同上|全年|长期|长期坚持|持续推进|常态化推进|按职责分工|〃|″|"|\d[\d./年月日-]*(?:底|前|底前)?)$/;
/** Words that no unit's name holds, but sentences do. */
const SENTENCE_WORDS =
  /[。；！？“”]|推进(?!办|组|专班|中心|领导|局|委)|加强|完成|建设(?!局|部|厅|委|中心|集团|公司|养护|运营|投资|管理|和|与|指挥|领导|专班|办|开发|发展|〈|（|兵团|工程|银行)|开展|按照|确保/;

/** Does this end as the names of units do? */
export function endsLikeUnit(name: string): boolean {
  return ENDS_LIKE_UNIT.test(name);
}

/** Does this look like a unit's name, by its ending? Remarks, dates and sentences do not. */
export function looksLikeUnit(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    !REMARK_ONLY.test(name) &&
    ENDS_LIKE_UNIT.test(name) &&
    !SENTENCE_WORDS.test(name.replace(/“[^“”]{1,8}”/g, ''))
  );
}

/** Is this a public body by its ending (not only a kind of place or firm: 学校, 县城, 民营企业)? */
export function looksLikeBody(name: string): boolean {
  return looksLikeUnit(name) && ENDS_LIKE_BODY.test(name) && !/^(?:如|含|包括|除|不含|例如|即|指)/.test(name);
}

/** Is it said in the place of a name that there is none (无, /, a date)? */
export function saysNoUnit(name: string): boolean {
  return REMARK_ONLY.test(name);
}

/** A group that a person has to spell out: 有关单位, 其他部门, 各成员单位. */
export function isVagueGroup(name: string): boolean {
  return VAGUE.test(name);
}

/** A group of units, vague or not: 各乡〈街道〉, 各成员单位, 区直有关部门. */
export function isGroupUnit(name: string): boolean {
  return /^各/.test(name) || isVagueGroup(name) || /(?:监管企业|项目单位|债务单位|成员单位)$/.test(name);
}

/** 区民政局和区残联 are two names, 区发展和改革局 is one: both halves must look like names. */
export function joinsTwoNames(left: string, right: string): boolean {
  if (!ENDS_LIKE_UNIT.test(left) || /^各/.test(left.slice(-1))) return false;
  if (BEGINS_LIKE_UNIT.test(right)) return true;
  // 县科技局和工信局: the second name has dropped its 县.
  const second =
    /^[^、，；。：及和与 ]{2,12}?(?:局|厅|委|办公室|总工会|妇联|残联|管委会)(?=[、，；。及和与按负牵配参等 ]|$)/u;
  return left.length >= 3 && ENDS_LIKE_BODY.test(left) && second.test(right);
}

/** How the names of Chinese public bodies end. */
const ENDINGS =
  '局|委|办|部|厅|院|会|联|中心|公司|集团|总队|大队|支队|中队|企业|单位|部门|政府|街道|办事处|乡|镇|区|市|县|州|村|社区|科协|团委|行|所|站|处|科|室|社|馆|校|大学|学院|实验室|机构|地区|专班|基地|主体|署|协会|商会|领导小组|指挥部|分行|支行|电视台|报社|银行|法院|检察院|组织部|军分区|人武部|人大|政协|工会|妇联|文联|侨联|残联|红十字会|筹备组|管委会|委员会|人民银行|海关|税务|国资监管机构';
const ENDS_LIKE_UNIT = new RegExp(`(?:${ENDINGS})(?:（[^（）]*）|〈[^〈〉]*〉|〔[^〔〕]*〕)?$`);
/** How a second name begins after 和 or 及, where the first one is complete. */
const BEGINS_LIKE_UNIT =
  /^(?:各|有关|相关|其他|其它|所在|属地|省|自治区|市(?!场)|县|区|州|镇|乡|街道|国家|国务院|中央|全国|驻|团[省市县区州]委|人民银行|人行|设区市)/;
/** A group whose members the text does not name. */
const VAGUE = /有关|相关|其他|其它|各[^〈（]{0,16}(?:单位|部门)$|直[^〈（]{0,6}(?:单位|部门)$|各负有/;
const REMARK_ONLY =
  /^(?:无|暂无|\/|-+|—+|略|待定|不涉及|空|下同|同上|全年|长期|持续推进|按职责分工|\d[\d./年月日-]*)$/;
/** Words that no unit's name holds, but sentences do. */
const SENTENCE_WORDS =
  /[。；！？“”]|推进|加强|完成|建设(?!局|部|厅|委|中心|集团|公司|养护|运营|投资|管理|和|〈|（|兵团|工程|银行)|开展|按照|确保/;

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
  return ENDS_LIKE_UNIT.test(left) && BEGINS_LIKE_UNIT.test(right) && !/^各/.test(left.slice(-1));
}

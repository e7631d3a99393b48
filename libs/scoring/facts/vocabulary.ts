/**
 * The facts that points may come from. The list is fixed, because each of them is a calculation over recorded events;
 * a scheme chooses among them and weighs them, and cannot invent one. What is not here cannot be scored: being behind
 * and saying so, praise from leaders, articles, photos, log-ins, time online.
 */

/** Facts that are met or not, case by case: a share of them is scored. */
export const SHARE_FACTS = {
  indicatorsReached: {
    label: '指标达标',
    meaning: '牵头任务的每个指标，在任务办结或到期后，以最近一次未被退回的填报数为准，达到目标的为达标',
  },
  tasksClosedOnTime: {
    label: '任务按时办结',
    meaning: '申请办结时时限未过且最终销号的为按时；到期未申请办结、或逾期后才申请的为未按时；尚未到期的不计',
  },
  signedOnTime: {
    label: '按时签收',
    meaning: '签收时限内签收的为按时；职责争议期间不计，裁定后重新起算',
  },
  reportedOnTime: {
    label: '按时报送',
    meaning: '牵头任务的每期填报，截止前首次报送的为按时；免报的不计；如实报告落后不影响本项',
  },
  reportsAcceptedAtOnce: {
    label: '一次通过',
    meaning: '已被认可的填报中，从未被退回的',
  },
  partsGivenOnTime: {
    label: '按时提供配合材料',
    meaning: '作为配合单位，截止前提供牵头单位所要材料的为按时',
  },
  dutiesDoneOnTime: {
    label: '按时履行调度职责',
    meaning: '台账、调度会、通报、讲评等职责，截止前完成的为按时',
  },
} as const;

/** Facts that happen: each one is counted. */
export const COUNT_FACTS = {
  returns: { label: '填报被退回', meaning: '专班办公室退回一次填报，计一次' },
  closuresReturned: { label: '办结申请被退回', meaning: '三关中任何一关退回办结申请（非不实），计一次' },
  reportsMissed: { label: '缺报', meaning: '到下一期截止仍未报送，计一次' },
  untrueFindings: { label: '核实不实', meaning: '督查核实认定填报或办结不实，计一次' },
  partlyTrueFindings: { label: '核实部分属实', meaning: '督查核实认定部分属实，计一次' },
  cards: {
    label: '督办文书',
    meaning: '生效的提醒函、黄牌、红牌、约谈等，按级别计；经申诉撤销的自决定之日起不计',
  },
  cardAnswersOverdue: { label: '督办单逾期未复', meaning: '督办单的办理期限内没有书面回复，计一次' },
} as const;

export type ShareFact = keyof typeof SHARE_FACTS;
export type CountFact = keyof typeof COUNT_FACTS;

const keysOf = <T extends object>(table: T): [keyof T & string, ...(keyof T & string)[]] =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const SHARE_FACT_NAMES = keysOf(SHARE_FACTS);
export const COUNT_FACT_NAMES = keysOf(COUNT_FACTS);

import type { LadderTrigger, NoticeMatter } from '#accountability';
import { chineseDateTime } from '#calendar';

/** A matter of one task as a notice speaks of it: its name, what was found, what is asked. */
export interface MatterText {
  matter: string;
  finding: string;
  ask: string;
}

const MATTER_NAMES: Record<LadderTrigger, string> = {
  unsigned: '逾期未签收',
  behind: '落后序时进度',
  pastDeadline: '到期未办结',
  untrue: '经督查核实不实',
  cardAnswer: '督办单逾期未复',
  unreported: '逾期未作首次反馈',
  handover: '逾期未签字交接',
  awaited: '配合事项逾期未办',
  correctionLate: '逾期未更正数据',
  verificationLate: '督查核实超时',
  disputeLate: '职责争议裁定超时',
  gateLate: '办结审核超时',
  appealLate: '申诉答复超时',
  blockageLate: '等待事项答复超时',
  yearTurn: '年度任务待处置',
};

export const matterName = (trigger: LadderTrigger): string => MATTER_NAMES[trigger];

/** What was found of the matter, and what is asked, each as a clause. */
export function matterText({ trigger, since, periods }: NoticeMatter): MatterText {
  const due = chineseDateTime(since);
  const matter = matterName(trigger);
  switch (trigger) {
    case 'unsigned':
      return { matter, finding: `仍未签收（应于${due}前签收）`, ask: '立即签收' };
    case 'behind':
      return {
        matter,
        finding: `已连续${periods}期落后序时进度`,
        ask: '采取措施赶上进度，并在下一次填报中如实说明',
      };
    case 'pastDeadline':
      return { matter, finding: `仍未办结（应于${due}前办结）`, ask: '抓紧办结并申请销号' };
    case 'untrue':
      return { matter, finding: '所报的进展或申请办结的情况经督查核实不实', ask: '立即整改' };
    case 'awaited':
      return { matter, finding: `仍未办理所承担的配合事项（应于${due}前办理）`, ask: '立即办理' };
    case 'handover':
      return { matter, finding: `仍未签字交接（应于${due}前交接）`, ask: '立即签字交接' };
    case 'unreported':
      return { matter, finding: `仍未反馈办理情况（应于${due}前反馈）`, ask: '立即反馈办理情况' };
    case 'cardAnswer':
      return { matter, finding: `仍未书面回复督办单（应于${due}前回复）`, ask: '立即书面回复' };
    case 'correctionLate':
      return { matter, finding: `仍未更正经核实不准确的进度（应于${due}前更正）`, ask: '立即更正' };
    case 'verificationLate':
    case 'disputeLate':
    case 'gateLate':
    case 'appealLate':
    case 'blockageLate':
    case 'yearTurn':
      return { matter, finding: `仍未办理（应于${due}前办理）`, ask: '立即办理' };
  }
}

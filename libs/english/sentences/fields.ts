import type { Pattern } from './pattern.js';

const ACTS: Readonly<Record<string, string>> = {
  审核通过: 'accepted',
  退回重报: 'returned',
  校核确认: 'confirmed',
  下发: 'dispatched',
  签收任务: 'signed',
  通过办结审核: 'passed',
  同意签发: 'agreed to',
  签发文书: 'issued',
  签收文书: 'acknowledged',
  登记核实结果: 'recorded',
  核稿: 'reviewed',
  印发: 'issued',
  签收产品: 'acknowledged',
};

/** What is wrong with a member of a request, by the contract's own rules, and what came of each item of a batch. */
export const FIELDS: readonly Pattern[] = [
  [
    /^用户名用小写字母、数字、点和连字符，2 至 40 位$/u,
    () => 'A user name has 2 to 40 small letters, digits, dots and hyphens',
  ],
  [/^应写成 (default@2|yellow\.each:2,reporting\.marks:10)$/u, (how = '') => `Write it as ${how}`],
  [/^一次最多 (\d+) 项，请分批提交$/u, (n = '') => `At most ${n} at once: send them in several batches`],
  [
    /^没有这种事件；可用 .+$/u,
    () => 'No such event; use *, task.*, obligation.*, notice.*, or a name such as task.signed',
  ],
  [/^请填写名称$/u, () => 'Give it a name'],
  [/^接收地址应为完整的网址$/u, () => 'The address must be a complete URL'],
  [/^地址中不得带有用户名或口令$/u, () => 'The address must not hold a user name or password'],
  [/^请至少选择一类事件$/u, () => 'Choose at least one kind of event'],
  [/^请写明理由$/u, () => 'Give the reason'],
  [/^请给出游标或时间，二者之一$/u, () => 'Give either a cursor or a time'],
  [/^月份应写成 2024-05$/u, () => 'Write the month as 2024-05'],
  [/^时间应写成 HH:mm，例如 09:00$/u, () => 'Write the time as HH:mm, such as 09:00'],
  [/^验证码为 6 位数字$/u, () => 'The code has 6 digits'],
  [/^有误$/u, () => 'Wrong'],
  [/^改派须选定新的牵头单位$/u, () => 'To reassign, choose the new lead unit'],
  [
    /^方案代号只能用小写字母、数字和连字符$/u,
    () => "A plan's code has only small letters, digits and hyphens",
  ],
  [/^请写明代替的理由$/u, () => "Say why it takes the other's place"],
  [
    /^没有这种排序；可用：(.+)$/u,
    (sorts = '') => `No such order; use one of: ${sorts.replaceAll('、', ', ')}`,
  ],
  [/^有不认识的字段$/u, () => 'There is a member that is not known'],
  [/^请填写文号、存放位置，或写明说明$/u, () => 'Give the number, the place where it is kept, or a note'],
  [/^(可以|已)(\S+)$/u, (can = '', act = '') => said(can, act)],
];

function said(can: string, act: string): string {
  const done = ACTS[act];
  if (done === undefined) return `${can}${act}`;
  return can === '已' ? `${done.slice(0, 1).toUpperCase()}${done.slice(1)}` : `Can be ${done}`;
}

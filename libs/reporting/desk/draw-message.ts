import type { NoticeText } from '../notices/notice.facts.js';

interface DrawFacts {
  plan: string;
  drawId: string;
  hash: string;
}

/** What is published before the population of a draw is frozen. */
export const drawCommittedMessage = ({ plan, drawId, hash }: DrawFacts): NoticeText => ({
  title: '督查核实抽查：承诺值公布',
  body: [
    `《${plan}》的督查核实抽查已经开始，抽签种子的承诺值为：`,
    hash,
    `抽查编号 ${drawId}。请留存本消息：抽签后公布种子，承诺值与种子不符的，抽查无效。`,
  ].join('\n'),
});

/** What is published once it is frozen, before it is drawn. */
export const drawFrozenMessage = ({
  plan,
  drawId,
  hash,
  population,
}: DrawFacts & { population: number }): NoticeText => ({
  title: '督查核实抽查：名单已冻结',
  body: [
    `《${plan}》的督查核实抽查名单已冻结，共${population}项，名单校验值为：`,
    hash,
    `抽查编号 ${drawId}。可由经办人以外的人录入公开随机数（如当日彩票开奖号码），然后抽签。`,
  ].join('\n'),
});

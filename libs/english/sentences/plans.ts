import { wordFor } from '../word-for.js';
import { counted, type Pattern } from './pattern.js';

const list = (all: string): string => all.replaceAll('、', ', ');

/** What the reading of a plan doubts, and what has to be solved before it is dispatched. */
export const PLANS: readonly Pattern[] = [
  [
    /^没有识别出任务。.+$/u,
    () =>
      'No task was recognised. See whether the file is the text of a plan, or set it in the usual numbering and import it again.',
  ],
  [
    /^原文没有写明牵头单位，需由指挥部办公室指定。$/u,
    () => 'The text names no lead unit; the headquarters office has to name one.',
  ],
  [
    /^牵头单位按原文“.+”的规定推定，请校核。$/u,
    () => 'The lead is inferred by the rule of the text that the first unit named leads; check it.',
  ],
  [
    /^牵头单位是一类单位（如“(.+)”），下发前请展开或指定。$/u,
    (such = '') =>
      `The lead is a kind of units (such as ${such}): name the units, or one, before it is dispatched.`,
  ],
  [
    /^没有找到责任单位，请校核原文或指定单位。$/u,
    () => 'No responsible unit was found; check the text or name one.',
  ],
  [/^原文没有标题，请拟一个简短的名称。$/u, () => 'The text has no title; give a short one.'],
  [
    /^原文没有写明期限，按方案当年年底推定。$/u,
    () => "The text gives no deadline; the end of the plan's year is inferred.",
  ],
  [
    /^原文的任务序号重复，已按出现顺序区分。$/u,
    () => 'A number stands twice in the text; they are told apart by their order.',
  ],
  [
    /^没有识别出文件年份，未写年份的期限无法确定。$/u,
    () => "The document's year was not recognised; deadlines without a year are not known.",
  ],
  [/^没有识别出文号，请补填。$/u, () => 'The document number was not recognised; enter it.'],
  [
    /^单位(?:名录|目录)中没有“(.+)”，.+$/u,
    (name = '') =>
      `The directory has no ${name}: choose the unit, correct the name, or add it (also as another name).`,
  ],
  [
    /^没有牵头单位，请指定一个单位后再下发。$/u,
    () => 'There is no lead unit; name one before it is dispatched.',
  ],
  [
    /^牵头单位“(.+)”是一类单位，请展开到各单位，或指定一个单位。$/u,
    (names = '') => `The lead ${list(names)} is a kind of units: name each, or one of them.`,
  ],
  [
    /^没有写明完成时限，请补填，或确认按当年年底办结。$/u,
    () => "No deadline is given: enter one, or confirm the end of the plan's year.",
  ],
  [
    /^时限在 (\d+) 年以后，请补一个当年的阶段目标。$/u,
    (year = '') => `The deadline is after ${year}; give a target for the year itself.`,
  ],
  [
    /^“(.+)”这一天不存在，请核对原文，改为存在的日期。$/u,
    (day = '') => `There is no such day as ${wordFor(day)}; check the text and correct it.`,
  ],
  [
    /^“(.+)”此处为 (.+)，(.+?)\s*为 (.+)，请核对以哪个为准，改正其中一处。$/u,
    (name = '', here = '', place = '', there = '') =>
      `${name} is ${here} here and ${there} in ${placeOf(place)}; see which holds, and correct the other.`,
  ],
  [
    /^按本方案“(.+)”(每月|全年)须报送或参加 (\d+) 次，超过上限 (\d+) 次(?:（任务 (.+)）)?，请合并事项或减少频次。$/u,
    (unit = '', span = '', n = '', most = '', tasks = '') =>
      `By this plan ${unit} has to report or attend ${counted(n, 'time')} ${span === '每月' ? 'a month' : 'a year'}, above the limit of ${most}${tasks === '' ? '' : ` (tasks ${list(tasks)})`}; merge matters, or ask less often.`,
  ],
  [/^任务 (\S+) 还没有确认。$/u, (code = '') => `Task ${code} is not confirmed yet.`],
  [
    /^“(.+)”已在执行，与这份文号相同（或标题、印发单位、年度相同），再下发任务会重复。是修订稿的，.+$/u,
    (title = '') =>
      `${wordFor(title)} runs already and has the same document number (or title, issuer and year): dispatched again, its tasks would be there twice. If this is a revised text, abandon this review and upload the file as an amendment of a dispatched plan; if it was uploaded by mistake, abandon it; if it is another plan, correct its number or title.`,
  ],
  [
    /^新方案还没有(.+)：下发后请系统管理员尽快指定人员，否则升级的事项没有人接收。$/u,
    (posts = '') =>
      `The new plan has no ${posts
        .split('、')
        .map((post) => wordFor(post).toLowerCase())
        .join(
          ', ',
        )} yet: have the administrator name somebody soon after dispatch, else nobody receives what is escalated.`,
  ],
  [
    /^原文的频次（每日、每半月或每两个月）没有对应的填报期，.+$/u,
    () =>
      'The frequency of the text (daily, twice a month, every two months) has no reporting period and is not asked for; where it is wanted, choose week, ten days, month, quarter, half year or year.',
  ],
  [
    /^所注明的“代替”不起作用：.+$/u,
    () =>
      "What is said to take another's place does not: the other is gone, or is not the lead's to report; check how often the task is reported.",
  ],
  [
    /^“(.+)”每月填报约需 (\d+) 小时，负担过重；请考虑合并任务或调整牵头单位。$/u,
    (unit = '', hours = '') =>
      `Reporting takes ${unit} about ${counted(hours, 'hour')} a month, which is too much; think of merging tasks or of another lead.`,
  ],
];

function placeOf(place: string): string {
  if (place === '总体目标') return "the plan's overall targets";
  const [, task] = /^任务 (\S+)$/u.exec(place) ?? [];
  const [, action] = /^行动 (\S+) 的目标$/u.exec(place) ?? [];
  return task !== undefined
    ? `task ${task}`
    : action !== undefined
      ? `the targets of action ${action}`
      : place;
}

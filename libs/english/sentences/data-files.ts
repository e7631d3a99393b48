import type { Phrases } from '../phrases.js';
import type { Pattern } from './pattern.js';

/** What is wrong with a policy file, by its own rules. */
export const POLICY_FILES: Phrases = {
  // duties
  '职责名称须为英文标识，例如 monthlyBulletin':
    'The name of a duty must be an English identifier, such as monthlyBulletin',
  '只有配合单位的材料（part）针对任务，也只能针对任务':
    "Only a supporting unit's part (part) is about a task, and it is about nothing else",
  '配合材料由配合单位联络员（supportUnitLiaison）提供，也只有它由其提供':
    "A part is owed by the supporting unit's liaison (supportUnitLiaison), who owes nothing else",
  '专班的岗位只对本行动负责：about 须为 action':
    'Posts of a task force answer for their action alone: about must be action',
  '只有配合单位的材料可以按“整体填报之前”计': 'Only parts can be due before the whole report is',
  只有配合单位的材料由提出要求的单位接收: 'Only parts are accepted by the unit that asked for them',
  '“{name}”督促的是调度、通报等职责，只提醒和上报，不发督办文书、不亮牌':
    '"{name}" is about duties such as meetings and bulletins: it reminds and reports upward, without notices or cards',
  '职责名称“{name}”重复': 'The name of a duty stands twice: "{name}"',
  配合材料的规则只能有一条: 'There can be one rule for parts alone',
  '没有名为“{name}”的阶梯；请在 dutyLadders 中写明':
    'There is no ladder "{name}"; write it under dutyLadders',
  // importances, levels
  '重要程度代号须以小写字母开头，例如 major':
    'The code of an importance must begin with a small letter, such as major',
  '没有代号为“{name}”的重要程度；可用的有：{list}': 'There is no importance "{name}"; there are: {list}',
  '重要程度代号“{name}”重复': 'The code of an importance stands twice: "{name}"',
  '级别代号须以小写字母开头，只用字母、数字和连字符，例如 orange':
    'The code of a level must begin with a small letter and have letters, digits and hyphens alone, such as orange',
  '级别代号不能是 none 或 info：它们表示没有级别':
    'The code of a level cannot be none or info: they say that there is no level',
  '颜色应写成 #RRGGBB，例如 #1f5fbf': 'Write a colour as #RRGGBB, such as #1f5fbf',
  '级别代号“{name}”重复': 'The code of a level stands twice: "{name}"',
  '级别名称“{name}”重复': 'The name of a level stands twice: "{name}"',
  '“{name}”应比前面各级更重：级别由轻到重排列':
    '"{name}" must be graver than those before it: levels stand from the lightest to the gravest',
  '没有代号为“{name}”的级别；可用的有：{list}': 'There is no level "{name}"; there are: {list}',
  // ladders
  '时间应写成 HH:mm，例如 17:30': 'Write the time as HH:mm, such as 17:30',
  '“{name}”不能早于“{other}”': '"{name}" cannot come before "{other}"',
  '“{name}”是督办单，须写明办理期限 answerWithin':
    '"{name}" is a supervision notice and needs a time to answer, answerWithin',
  '签发时限至少 1 个工作日': 'There is at least 1 working day to issue it',
  同一阶梯中各级名称不能重复: 'No two rungs of a ladder may have the same name',
  提醒的名称不能重复: 'No two reminders may have the same name',
  '“{name}”没有级别，不能作为起始级': '"{name}" has no level, and a climb cannot begin with it',
  '没有名为“{name}”的一级': 'There is no rung "{name}"',
  只有落后序时进度的阶梯可以按落后百分点分级:
    'Only the ladder of being behind schedule can go by percentage points',
  '“{name}”的落后上限应大于下限': 'The upper bound of "{name}" must be above its lower one',
  '“{name}”督促的是审核（督查）环节，只提醒和上报，不发督办文书、不亮牌':
    '"{name}" is about a review: it reminds and reports upward, without notices or cards',
  只有落后序时进度的阶梯可以按连续期数计:
    'Only the ladder of being behind schedule can count periods in a row',
  '“{name}”的期数不能少于上一级': '"{name}" cannot take fewer periods than the rung before it',
  只有办结审核超时的阶梯可以指定关口: 'Only the ladder of late reviews of completion can name a gate',
  '阶梯名称“{name}”重复': 'The name of a ladder stands twice: "{name}"',
  '“{name}”与“{other}”针对同一情形，无法确定用哪一个':
    '"{name}" and "{other}" are about the same matter: it cannot be told which one to go by',
  // the rest
  同一类消息只写一次: 'Write each kind of message once',
  同一种渠道只写一次: 'Write each channel once',
  严重落后的界限不能低于落后的界限: 'The bound of seriously behind cannot be below that of behind',
  满分界限须高于起算界限: 'The bound for full marks must be above the one that marks begin at',
  基本签数须在最少签数和最多签数之间: 'The usual number drawn must be between the least and the most',
  // the file itself
  '文件格式有误，请检查缩进、冒号和引号（{name}）':
    'The file is not well formed; check indents, colons and quotation marks ({name})',
  '文件中不能使用 YAML 别名（*名称），请把内容写全':
    'A file cannot use YAML aliases (*name); write out what they stand for',
  '不认识“{name}”，请核对写法或删去': '"{name}" is not known; check how it is written, or leave it out',
  '“文件”有误：{told}': 'The file: {told}',
  '“{place}”有误：{told}': '"{place}": {told}',
};

const TYPES: Readonly<Record<string, string>> = { 数字: 'number', 数组: 'array', '空值(null)': 'null' };
const ORIGINS: Readonly<Record<string, string>> = { 值: 'value' };
const UNITS: Readonly<Record<string, string>> = {
  字符: 'characters',
  字节: 'bytes',
  项: 'items',
  个元素: 'elements',
};
const typeOf = (word = ''): string => TYPES[word] ?? word;
const bound = (kind: string, origin = '', limit = '', unit = ''): string =>
  `Too ${kind}: expected ${ORIGINS[origin] ?? origin} ${limit}${unit === '' ? '' : ` ${UNITS[unit] ?? unit}`}`;

/** What of a file does not have the shape wanted, as the library that checks it says in Chinese. */
export const SHAPES: readonly Pattern[] = [
  [
    /^无效输入：期望 (.+?)，实际接收 (.+)$/u,
    (expected, received) => `Wrong: expected ${typeOf(expected)}, found ${typeOf(received)}`,
  ],
  [/^无效输入：期望 (.+)$/u, (expected = '') => `Wrong: expected ${expected}`],
  [
    /^无效选项：期望以下之一 (.+)$/u,
    (values = '') => `Wrong: expected one of ${values.replaceAll('|', ', ')}`,
  ],
  [/^无效输入$/u, () => 'Wrong'],
  [
    /^数值过大：期望 (\S+) (<=?\S+)(?: (\S+))?$/u,
    (origin, limit, unit) => bound('large', origin, limit, unit),
  ],
  [
    /^数值过小：期望 (\S+) (>=?\S+)(?: (\S+))?$/u,
    (origin, limit, unit) => bound('small', origin, limit, unit),
  ],
  [/^无效字符串：必须满足正则表达式 (.+)$/su, (pattern = '') => `Wrong: must match ${pattern}`],
  [/^无效字符串：必须以 (.+) 开头$/su, (text = '') => `Wrong: must begin with ${text}`],
  [/^无效字符串：必须以 (.+) 结尾$/su, (text = '') => `Wrong: must end with ${text}`],
  [/^无效字符串：必须包含 (.+)$/su, (text = '') => `Wrong: must have ${text} in it`],
  [/^无效ISO日期$/u, () => 'Wrong: expected an ISO date'],
  [/^无效(UUID|GUID|URL)$/u, (what = '') => `Wrong: expected a ${what}`],
  [/^无效电子邮件$/u, () => 'Wrong: expected a mail address'],
  [/^无效数字：必须是 (\S+) 的倍数$/u, (step = '') => `Wrong: must be a multiple of ${step}`],
  [/^(\S+) 中的键\(key\)无效$/u, (origin = '') => `A key of the ${origin} is wrong`],
  [/^(\S+) 中包含无效值\(value\)$/u, (origin = '') => `A value of the ${origin} is wrong`],
  [/^出现未知的键\(key\): (.+)$/u, (keys = '') => `Not known: ${keys}`],
];

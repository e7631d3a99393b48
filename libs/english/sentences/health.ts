import { counted, type Pattern } from './pattern.js';

const QUEUE: Readonly<Record<string, string>> = {
  正常: 'runs',
  '已由管理员暂停，由定时巡检代替': 'is paused by an administrator; the regular round stands in',
  '不可用，由定时巡检代替': 'cannot be reached; the regular round stands in',
};
const queue = (state: string): string => QUEUE[state] ?? state;

/** What the parts of the process say of themselves. */
export const HEALTH: readonly Pattern[] = [
  [/^不可用，详见服务端日志$/u, () => "Not available; see the server's log"],
  [/^连接正常$/u, () => 'Connected'],
  [
    /^演练时钟：(\S+)，(\S+) 倍速$/u,
    (at = '', speed = '') => `Exercise clock: ${at}, at ${speed} times the speed`,
  ],
  [/^唤醒队列(.+)$/u, (state = '') => `The queue of wake-ups ${queue(state)}`],
  [
    /^最近巡检 (\S+)；唤醒队列(.+)$/u,
    (at = '', state = '') => `Last round ${at}; the queue of wake-ups ${queue(state)}`,
  ],
  [/^首次稽核进行中$/u, () => 'The first audit is under way'],
  [
    /^最近稽核 (.+?)(?:，没有发现问题|，发现 (\d+) 个问题)$/u,
    (at = '', n = '') =>
      `Last audit ${at === '（还没有辖区）' ? '(no jurisdiction yet)' : at}: ${n === '' ? 'nothing found' : counted(n, 'finding')}`,
  ],
  [/^与数据库一致$/u, () => 'As new as the database'],
  [/^佐证材料存放在对象存储$/u, () => 'Evidence is kept in an object store'],
  [/^佐证材料存放在文件夹$/u, () => 'Evidence is kept in a folder'],
];

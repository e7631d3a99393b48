import { entry } from './entry.js';

/** What went wrong on our side. */
export const SERVICE_PROBLEMS = {
  Unexpected: entry(
    500,
    ['系统出错', 'Something went wrong here'],
    [
      '系统出现未预料的错误，本次操作没有完成。请稍后重试；如仍出错，请把 instance 的编号告知系统管理员。',
      'An unforeseen error; the request was not carried out. Try again; if it stays, tell the administrator the number in instance.',
    ],
  ),
  AnswerInvalid: entry(
    500,
    ['系统出错', 'Something went wrong here'],
    [
      '系统给出的内容不合接口约定。请把 instance 的编号告知系统管理员。',
      'The answer broke the contract. Tell the administrator the number in instance.',
    ],
  ),
  NotAvailable: entry(
    501,
    ['尚未提供', 'Not available here'],
    ['本次启动没有提供该功能。', 'This installation was started without it.'],
  ),
  ProgramOutdated: entry(
    503,
    ['该事项已由较新版本的程序办理', 'A newer version of the program has handled this'],
    [
      '该事项已由较新版本的程序办理，本进程的版本较旧，没有改动任何内容。请稍后重试；如一再出现，请联系管理员更换程序版本。',
      'An update is under way and this process is of the older version; nothing was changed. Try again in a moment.',
    ],
  ),
  QueueUnavailable: entry(
    503,
    ['唤醒队列暂不可用', 'The queue is not available'],
    [
      '唤醒队列没有应答。时限和消息由定时巡检照常处理；请稍后重试，或检查 Redis 的连接设置。',
      'The queue of wake-ups does not answer. Deadlines and messages go on by the sweeper. Try again, or check the connection to Redis.',
    ],
  ),
  DatabaseUnavailable: entry(
    503,
    ['数据库暂不可用', 'The database is not available'],
    [
      '数据库暂时连接不上，本次操作没有完成。请稍后重试。',
      'The database cannot be reached; nothing was done. Try again in a moment.',
    ],
  ),
} as const;

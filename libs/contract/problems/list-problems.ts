import { entry } from './entry.js';

/** Lists, what is taken out of them, acts on many things, and streams. */
export const LIST_PROBLEMS = {
  CursorInvalid: entry(
    400,
    ['游标无效', 'The cursor is not valid'],
    [
      '游标应是同一查询上一页的 nextCursor，原样带回；改动过的、属于其他列表、筛选或排序的，以及旧版本的都不能用。请从第一页重新读取。',
      'A cursor is the nextCursor of the page before, of the same query, carried back as it came. One that was altered, or belongs to another list, filter, order or version, is of no use: read again from the first page.',
    ],
  ),
  TooManyExports: entry(
    429,
    ['同时导出过多', 'Too many exports at once'],
    [
      '您已有导出正在进行，请等它完成后再导出。',
      'Exports of yours are still under way; wait for one of them to end.',
    ],
  ),
  TooManyStreams: entry(
    429,
    ['同时打开的事件流过多', 'Too many streams at once'],
    [
      '您打开的事件流已达上限，请先关闭其他窗口或程序中的连接。',
      'You have as many streams open as are allowed; close one of them first.',
    ],
  ),
  BatchItemTwice: entry(
    400,
    ['同一事项重复列出', 'The same item twice'],
    ['一次批量办理中，每个事项只能列一次。', 'In one batch, each item is named once.'],
  ),
} as const;

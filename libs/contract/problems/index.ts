/** Every code that a problem of the API can have. Codes are stable; the words may be improved. */
import { ACCOUNT_PROBLEMS } from './account-problems.js';
import { ACCESS_PROBLEMS } from './access-problems.js';
import type { ProblemEntry } from './entry.js';
import { FILE_PROBLEMS } from './file-problems.js';
import { LIST_PROBLEMS } from './list-problems.js';
import { REQUEST_PROBLEMS } from './request-problems.js';
import { SERVICE_PROBLEMS } from './service-problems.js';
import { WORK_PROBLEMS } from './work-problems.js';

export { LANGUAGES, type InBoth, type Language, type ProblemEntry } from './entry.js';

export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...LIST_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...WORK_PROBLEMS,
  ...FILE_PROBLEMS,
  ...SERVICE_PROBLEMS,
} as const satisfies Record<string, ProblemEntry>;
export type ProblemCode = keyof typeof PROBLEMS;

/** The groups that the page of codes shows them in. */
export const PROBLEM_GROUPS = [
  { title: { 'zh-CN': '请求本身', en: 'The request itself' }, entries: REQUEST_PROBLEMS },
  {
    title: { 'zh-CN': '列表、导出、批量和事件流', en: 'Lists, exports, batches and streams' },
    entries: LIST_PROBLEMS,
  },
  { title: { 'zh-CN': '身份和权限', en: 'Who asks, and whether they may' }, entries: ACCESS_PROBLEMS },
  {
    title: { 'zh-CN': '账号、角色和统一登录', en: 'Accounts, roles and unified sign-in' },
    entries: ACCOUNT_PROBLEMS,
  },
  { title: { 'zh-CN': '业务规则', en: 'Rules of the matter' }, entries: WORK_PROBLEMS },
  { title: { 'zh-CN': '上传的文件', en: 'Files' }, entries: FILE_PROBLEMS },
  { title: { 'zh-CN': '系统一侧', en: 'Our side' }, entries: SERVICE_PROBLEMS },
] as const;

/** Where all codes are explained; a problem's `type` is this page with its code after `#`. */
export const PROBLEMS_PAGE = '/api/docs/problems';

const UNKNOWN: ProblemEntry = {
  status: 409,
  title: { 'zh-CN': '当前不能办理', en: 'Not possible now' },
  help: {
    'zh-CN': '现在的情况不允许这样办理，详见 detail。',
    en: 'The present state of things does not allow this.',
  },
};

/** The entry of a code. A refusal that the table does not know is a conflict with the state of things. */
export function problemEntry(code: string): ProblemEntry {
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : UNKNOWN;
}

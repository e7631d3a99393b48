/** The documents of notices: their kept bytes, and many issued at once. */
export { keepIssuedNotices, keepNoticeFiles } from './keep-notice-files.js';
export { noticeFileOf } from './notice-file.js';
export { issueNotices, type IssueNoticesCommand } from './issue-notices.js';

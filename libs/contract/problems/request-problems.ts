import { entry } from './entry.js';

/** What is wrong with the request itself, before anybody looks at what it is about. */
export const REQUEST_PROBLEMS = {
  RequestInvalid: entry(
    400,
    ['请求内容有误', 'The request is not valid'],
    [
      '请求中有不合规定的内容，请按 errors 所列逐项改正。',
      'Members of the request break the schema. Each one is listed in errors with its JSON pointer; correct them and send again.',
    ],
  ),
  RequestUnreadable: entry(
    400,
    ['请求无法解析', 'The request cannot be read'],
    [
      '请求正文不是有效的 JSON，请检查后重发。',
      'The body is not valid JSON, or its media type is not the one described. Check both and send again.',
    ],
  ),
  FieldUnknown: entry(
    400,
    ['没有这个字段', 'No such field'],
    [
      'fields 中有该接口没有的字段，可用的字段见 permitted。',
      'fields names a member that this answer does not have. Those it has are listed in permitted.',
    ],
  ),
  TooManyRequests: entry(
    429,
    ['请求过于频繁', 'Too many requests'],
    [
      '请求过于频繁，请稍后再试。',
      'Wait as many seconds as Retry-After says, then go on. RateLimit says how much is left.',
    ],
  ),
  RequestTooLarge: entry(
    413,
    ['请求过大', 'The request is too large'],
    [
      '请求正文超过 1 MB，请减少内容后重发。',
      'The body exceeds what is accepted (1 MB for JSON). Send less at once.',
    ],
  ),
  IdempotencyKeyMissing: entry(
    400,
    ['缺少幂等键', 'Idempotency-Key is missing'],
    [
      '修改类请求须带 Idempotency-Key 请求头（1 至 200 个可见字符），每次提交用一个新的，重试时不变。',
      'Send Idempotency-Key, 1 to 200 visible ASCII characters: a new one for each intention, the same one when it is sent again.',
    ],
  ),
  IdempotencyKeyReused: entry(
    422,
    ['幂等键已用于其他请求', 'Idempotency-Key was used for another request'],
    [
      '同一 Idempotency-Key 已用于内容不同的请求。请为这次提交换一个新的键。',
      'This key came with a request of other content before. Use a new key for a new intention.',
    ],
  ),
  AnswerShownOnce: entry(
    409,
    ['已经办理，内容只显示一次', 'Done already, and shown only once'],
    [
      '同一 Idempotency-Key 的请求已经办理，其中的密钥只在当时显示一次，系统不留存。没有收到的，请用新的键更换密钥。',
      'The request under this key was carried out before. Its answer held a secret, which is shown once and not kept. If it was lost, renew the secret under a new key.',
    ],
  ),
  IfMatchMissing: entry(
    428,
    ['缺少 If-Match', 'If-Match is missing'],
    [
      '修改前须先读取该对象，并把其 ETag 放在 If-Match 请求头中一并提交。',
      'Read the resource first and send its ETag back as If-Match, so that nobody’s change is overwritten unseen.',
    ],
  ),
  VersionConflict: entry(
    412,
    ['内容已被他人更新', 'It was changed in the meantime'],
    [
      '您看到的内容已不是最新。请刷新后核对，再重新提交。',
      'The resource moved on since it was read. Read it again, look whether the change is still wanted, and send it with the new ETag.',
    ],
  ),
  NotFound: entry(
    404,
    ['没有找到', 'Not found'],
    [
      '该对象不存在，或不在您可见的范围内。请检查链接。',
      'There is no such thing, or it is none of what you may see. Both are answered alike.',
    ],
  ),
  SubjectNotFound: entry(
    404,
    ['没有找到', 'Not found'],
    [
      '该对象不存在，或不在您可见的范围内。请检查链接。',
      'There is no such task, report or notice, or it is none of what you may see.',
    ],
  ),
  MethodNotAllowed: entry(
    405,
    ['不支持的操作', 'Method not allowed'],
    ['该地址不支持此操作。', 'This address does not know this method. See the description of the API.'],
  ),
} as const;

import type { Language } from '../problems/index.js';

/** What the documentation page begins with, as Markdown. */
export const introduction = (language: Language): string => TEXTS[language];

const TEXTS: Readonly<Record<Language, string>> = {
  'zh-CN': `## 一个下午接入

这里是全部接口。办公系统、数据平台、大屏等其他系统只凭本页即可接入；资源和字段名称都是英文，显示用的中文随内容一起返回
（\`…Label\`）。时刻为 UTC、精确到毫秒（\`2024-04-12T09:30:00.000Z\`），日期为北京时间（\`2024-04-12\`）。

**1. 取得接口令牌。** 由本人登录后，在“登录与安全”中生成，选择范围（\`read\` 查看、\`report\` 填报和应办事项、\`act\` 其他办理）和期限。
令牌能做的不会超过本人。每个请求带上 \`Authorization: Bearer luoshi_…\`，先试：

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" "$URL/api/v1/session"
\`\`\`

**2. 读取列表。** 每页带 \`nextCursor\`，原样作为 \`cursor\` 再取，直到它为 \`null\`；筛选和排序以各接口所列为准。
只要部分字段时用 \`fields=id,code,title\`。

**3. 修改时带 ETag。** 先读取对象，把答复头中的 \`ETag\` 放进 \`If-Match\` 再提交。期间被他人改动的，答 \`412 VersionConflict\`：
重新读取，看是否还要这样改。这样任何人的修改都不会被无声覆盖。

**4. 每次提交带 Idempotency-Key。** 一个办理意图用一个新的键（如 UUID），重试时不变。断网、超时后原样重发即可：同一请求只办一次，
重复的得到同一答复（\`Idempotency-Replayed: true\`）。

**5. 能办什么，由答复告诉您。** 任务、填报、文书的 \`allowedActions\` 列出本人现在能办的动作、要填的内容和地址；不必自己判断规则。

**6. 出错说明。** 一律是 \`application/problem+json\`：按 \`code\` 判断，\`detail\` 说明哪里有误、怎样改正，\`errors\` 指明字段。
全部代码见 [出错代码](/api/docs/problems)。\`Accept-Language: en\` 得到英文说明。\`429\` 时按 \`Retry-After\` 等待；
\`RateLimit\` 说明还剩多少。

**7. 得知变化。** 登记事件订阅后，可由本系统推送（带签名），也可凭拉取密钥按游标拉取 \`GET /api/v1/events?after=…\`：
每次记下 \`next\`，中断后从它继续，一个不漏；同一事件的 \`id\` 始终相同，据此去重。督查提示另有实时流
\`GET /api/v1/alerts/stream\`（server-sent events）。

TypeScript 程序可用仓库中的客户端 \`libs/client\`，由本描述生成；可运行的例子在 \`apps/example\`：签收任务、提交填报、接收督办升级。
`,
  en: `## Integrate in an afternoon

Everything that the system offers to other systems is on this page. Instants are UTC with milliseconds
(\`2024-04-12T09:30:00.000Z\`), dates are civil dates in China (\`2024-04-12\`). What is recorded is in Chinese.

**1. Get a token.** Its person makes it on the page 登录与安全, with scopes (\`read\`, \`report\`, \`act\`) and an end; it can do no more
than the person. Send \`Authorization: Bearer luoshi_…\`:

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" "$URL/api/v1/session"
\`\`\`

**2. Lists** come in pages: send \`nextCursor\` back as \`cursor\` until it is \`null\`. \`fields=id,code,title\` leaves the rest out.

**3. Changes carry If-Match** with the \`ETag\` of what was read. \`412 VersionConflict\`: it has moved on; read it again.

**4. Posts carry an Idempotency-Key**: a new one for each intention, the same one when it is sent again. A repeat is not carried
out again and gets the same answer.

**5. What can be done** stands in \`allowedActions\`: act, form and address. Rules need not be known.

**6. Errors** are \`application/problem+json\`: decide by \`code\`; [all codes](/api/docs/problems). At \`429\` wait for \`Retry-After\`.

**7. News**: register a subscription, and be pushed (signed), or fetch \`GET /api/v1/events?after=…\` with its key and go on from \`next\`.
Alerts also come live from \`GET /api/v1/alerts/stream\`.

Programs in TypeScript use the client of the repository, \`libs/client\`, which is generated from this description; \`apps/example\` runs.
`,
};

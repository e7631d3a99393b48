import type { ArchiveSummary, ImportedArchive } from '#archive';

/** An archive in one line. */
export const summaryText = ({ jurisdiction, tables, rows, files, bytes, sha256 }: ArchiveSummary): string =>
  `${jurisdiction.name}（${jurisdiction.code}）：${String(tables)} 类、${String(rows)} 条记录，${String(files)} 个文件，` +
  `共 ${String(Math.ceil(bytes / 1024))} kB\n清单 SHA-256：${sha256}`;

/** What does not come along and has to be set anew. */
export function anewText({ anew, jurisdiction }: ImportedArchive): string {
  const lines = [
    `${String(anew.accounts)} 个账号没有带来密码、第二重验证、接口令牌和统一认证绑定。先为系统管理员执行 npx luoshi people reset <账号> --jurisdiction ${jurisdiction.code}，再由其逐个开通。`,
    ...(anew.channels === 0
      ? []
      : [`${String(anew.channels)} 个站外渠道没有带来密码和回执地址，须重新填写（npx luoshi channel）。`]),
    ...(anew.webhooks === 0
      ? []
      : [`${String(anew.webhooks)} 个事件订阅没有带来签名密钥，须更换密钥后恢复（npx luoshi webhook）。`]),
    '封存的私钥不在档案中：此后的封存用本系统的密钥，以往的封存仍可核验。',
    '原系统中的这个辖区应当停用：两边同时运行，提醒和文书会发两遍。',
  ];
  return `还须办理：\n${lines.map((line) => `  · ${line}\n`).join('')}`;
}

import { InvalidArgumentError, type Command } from 'commander';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

interface ExportOptions extends Common {
  url?: string;
}

export function publicationCommand(program: Command, done: Done): void {
  const publication = program
    .command('publication')
    .description('对社会公开的内容：已印发公示的页面和开放数据');
  publication
    .command('export')
    .argument('<目录>', '写到哪个目录；只写有变化的文件，已撤回的随之删去')
    .option(
      '--url <网址>',
      '这个目录将来的网址，如 https://www.example.gov.cn/luoshi；给出时附 RSS、Atom 和站点地图',
      address,
    )
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .description('把公开网站导出为静态文件，任何网页服务器都能托管；不含脚本，只有相对链接')
    .addHelpText(
      'after',
      `\n示例：\n  npx luoshi publication export ./public --url https://www.example.gov.cn/luoshi${STOP_FIRST}`,
    )
    .action(async (folder: string, options: ExportOptions) => {
      const { exportSite } = await import('../publication/export-site.js');
      const { withRecord } = await import('../system/with-record.js');
      const exported = await withRecord(options, (engine) =>
        exportSite(engine.context, folder, { url: options.url ?? null, division: options.jurisdiction }),
      );
      const { files, written, removed } = exported;
      say(
        options,
        exported,
        files === 0 && removed === 0
          ? '还没有公开过任何公示：按规则公开，并印发公示之后再导出。'
          : `共 ${files} 个文件：写入 ${written} 个，删去 ${removed} 个。`,
      );
      done(0);
    });
}

function address(value: string): string {
  const text = value.replace(/\/+$/u, '');
  if (/^https?:\/\/[^\s/]+/u.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('应为 http:// 或 https:// 开头的网址。');
}

import type { Command } from 'commander';
import { parseCount } from './parse-count.js';

interface Options {
  notices?: number;
  json?: boolean;
}

export function documentCommand(bench: Command): void {
  bench
    .command('document')
    .description(
      '写公文用时：一份二十页左右的通报（首次，热身后 5 次的中位数），一批一页的函，各写成 .docx 和 PDF',
    )
    .option('--notices <份数>', '一批多少份（默认 500）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench document\n  npx luoshi bench document --notices 50 --json',
    )
    .action(async ({ notices = 500, json }: Options) => {
      const { benchDocument } = await import('../../bench/bench-document.js');
      const figures = await benchDocument(notices);
      const lines = figures.map(
        ({ what, documents, kilobytes, ms, cpuMs }) =>
          `${what}：${documents} 份，${kilobytes} KB，${ms} 毫秒（处理器 ${cpuMs} 毫秒）`,
      );
      process.stdout.write(json === true ? `${JSON.stringify(figures, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}

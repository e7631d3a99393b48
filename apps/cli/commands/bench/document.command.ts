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
      '写公文用时：149 项任务、42 个单位的月通报和季讲评（新进程中的第一份，预备过的进程中的第一份，其后各份的中位数），一批一页的函，各写成 .docx 和 PDF；与同样内容只压缩一遍相比',
    )
    .option('--notices <份数>', '一批多少份（默认 500）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench document\n  npx luoshi bench document --notices 50 --json',
    )
    .action(async ({ notices = 500, json }: Options) => {
      const { benchDocument } = await import('../../bench/bench-document.js');
      const { machine } = await import('../../bench/processor.js');
      const bench = await benchDocument(notices);
      const { cold, prepared, figures } = bench;
      const firsts = [
        `machine: ${machine()}`,
        `the first bulletin of a process: ${cold.ms} 毫秒（处理器 ${cold.cpuMs} 毫秒）`,
        `the first of one that is prepared: ${prepared.ms} 毫秒（处理器 ${prepared.cpuMs} 毫秒）；预备用了 ${prepared.preparedInMs} 毫秒，多占内存 ${prepared.preparedMb} MB`,
      ];
      const lines = figures.map(
        ({ what, documents, kilobytes, ms, cpuMs, ratio, peakMb, heapMb }) =>
          `${what}：${documents} 份，${kilobytes} KB，${ms} 毫秒（处理器 ${cpuMs} 毫秒，为压缩一遍的 ${ratio} 倍），内存至多 ${peakMb} MB，其后 ${heapMb} MB`,
      );
      process.stdout.write(
        json === true ? `${JSON.stringify(bench, null, 2)}\n` : `${[...firsts, ...lines].join('\n')}\n`,
      );
    });
}

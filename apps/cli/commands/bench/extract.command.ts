import { InvalidArgumentError, type Command } from 'commander';

interface Options {
  size?: number;
  json?: boolean;
}

export function extractCommand(bench: Command): void {
  bench
    .command('extract')
    .argument('<文件>', '一份方案正文（.txt）')
    .description('识别用时：该方案（热身后 20 次的中位数）、大文本、深层括号')
    .option('--size <兆字节>', '大文本有多大（默认 20）', parseSize)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench extract 方案.txt\n  npx luoshi bench extract 方案.txt --size 5 --json',
    )
    .action(async (file: string, { size = 20, json }: Options) => {
      const [{ decodeText }, { readGivenFile }, { benchExtract }] = await Promise.all([
        import('#plan'),
        import('../../plan/read-file.js'),
        import('../../bench/bench-extract.js'),
      ]);
      const figures = benchExtract(decodeText(await readGivenFile(file)), size);
      const lines = figures.map(
        ({ text, megabytes, tasks, ms, cpuMs, timesSplitting }) =>
          `${text}：${megabytes} MB，${tasks} 项任务，${ms} 毫秒（处理器 ${cpuMs} 毫秒，为解码加分句的 ${timesSplitting} 倍）`,
      );
      process.stdout.write(json === true ? `${JSON.stringify(figures, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
}

function parseSize(value: string): number {
  const size = Number(value);
  if (Number.isFinite(size) && size > 0 && size <= 100) return size;
  throw new InvalidArgumentError('大小应为 0 到 100 之间的数（兆字节）。');
}

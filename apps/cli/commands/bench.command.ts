import { InvalidArgumentError, type Command } from 'commander';

interface BenchOptions {
  size?: number;
  rounds?: number;
  subjects?: number;
  units?: number;
  json?: boolean;
}

export function benchCommand(program: Command): void {
  const bench = program.command('bench').description('测速：给出本机上的用时');
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
    .action(async (file: string, { size = 20, json }: BenchOptions) => {
      const [{ decodeText }, { readGivenFile }, { benchExtract }] = await Promise.all([
        import('#plan'),
        import('../plan/read-file.js'),
        import('../bench/bench-extract.js'),
      ]);
      const figures = benchExtract(decodeText(await readGivenFile(file)), size);
      const lines = figures.map(
        ({ text, megabytes, tasks, ms, cpuMs, timesSplitting }) =>
          `${text}：${megabytes} MB，${tasks} 项任务，${ms} 毫秒（处理器 ${cpuMs} 毫秒，为解码加分句的 ${timesSplitting} 倍）`,
      );
      process.stdout.write(json === true ? `${JSON.stringify(figures, null, 2)}\n` : `${lines.join('\n')}\n`);
    });
  bench
    .command('decide')
    .description('决定一件事的用时：一个月的事件，与 XState 裸跑（resolveState 加 transition）同场比较')
    .option('--rounds <次数>', '各测多少轮，取中位数（默认 15）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', '\n示例：\n  npx luoshi bench decide\n  npx luoshi bench decide --rounds 31 --json')
    .action(async ({ rounds = 15, json }: BenchOptions) => {
      const [{ benchDecide }, { shippedRules }, { machine }, { table }] = await Promise.all([
        import('../bench/bench-decide.js'),
        import('../bench/shipped-rules.js'),
        import('../bench/processor.js'),
        import('../terminal/table.js'),
      ]);
      const figures = benchDecide(shippedRules(), rounds);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
      const rows = figures.map(({ what, events, bareUs, decideUs, times }) =>
        [what, events, bareUs, decideUs, times].map(String),
      );
      process.stdout.write(
        `${machine()}\n${table(['事件', '件数', '裸跑（微秒）', 'decide（微秒）', '倍数'], rows)}\n`,
      );
    });
  bench
    .command('score')
    .description('年度计分的用时：编造的记录，每单位约 100 条；临时数据库，用完即删')
    .option('--units <个数>', '多少个单位（默认 3000）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', '\n示例：\n  npx luoshi bench score\n  npx luoshi bench score --units 300 --json')
    .action(async ({ units = 3_000, json }: BenchOptions) => {
      const [{ benchScore }, { machine }] = await Promise.all([
        import('../bench/bench-score.js'),
        import('../bench/processor.js'),
      ]);
      const figure = await benchScore(units);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
      const { events, scoredEvents, factsMs, scoresMs, wholeMs, cpuMs, peakMb } = figure;
      process.stdout.write(
        `${machine()}\n${figure.units} 个单位，${events} 条记录（其中 ${scoredEvents} 条与计分有关）：共 ${wholeMs} 毫秒，` +
          `其中读记录、归集事实 ${factsMs} 毫秒，计分排名 ${scoresMs} 毫秒；本进程用处理器 ${cpuMs} 毫秒，内存最多 ${peakMb} MB。\n`,
      );
    });
  bench
    .command('close')
    .description('一期关账的用时：相同情形只算一次，与逐件决定同场比较；一半已报')
    .option('--subjects <件数>', '应报事项的件数（默认 1000000）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench close\n  npx luoshi bench close --subjects 200000 --json',
    )
    .action(async ({ subjects = 1_000_000, json }: BenchOptions) => {
      const [{ benchClose }, { shippedRules }, { machine }] = await Promise.all([
        import('../bench/bench-close.js'),
        import('../bench/shipped-rules.js'),
        import('../bench/processor.js'),
      ]);
      const figure = benchClose(shippedRules(), subjects);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
      const { cases, alone, outcomes, effects, peakMegabytes, timesFaster, different } = figure;
      process.stdout.write(
        [
          machine(),
          `${subjects} 件，${cases} 种情形，单独决定 ${alone} 件；结果 ${JSON.stringify(outcomes)}，后续动作 ${effects} 个`,
          `相同情形只算一次：每秒 ${figure.perSecond} 件（每处理器秒 ${figure.perCpuSecond} 件）`,
          `逐件决定：每秒 ${figure.slowPerSecond} 件（每处理器秒 ${figure.slowPerCpuSecond} 件）`,
          `快 ${timesFaster} 倍；两种办法结果不同的 ${different} 件；内存最多 ${peakMegabytes} MB`,
          '',
        ].join('\n'),
      );
    });
}

function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 10_000_000) return count;
  throw new InvalidArgumentError('应为 1 到 10000000 之间的整数。');
}

function parseSize(value: string): number {
  const size = Number(value);
  if (Number.isFinite(size) && size > 0 && size <= 100) return size;
  throw new InvalidArgumentError('大小应为 0 到 100 之间的数（兆字节）。');
}

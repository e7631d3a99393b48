import { describe, expect, test } from '@jest/globals';
import { main } from './main.js';

/** Runs a command line in this process and keeps what it says. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const { stdout, stderr } = process;
  const keep = (into: 'out' | 'err') => (chunk: unknown) => ((said[into] += String(chunk)), true);
  const [out, err] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  stdout.write = keep('out');
  stderr.write = keep('err');
  try {
    return { code: await main(['node', 'luoshi', ...args]), ...said };
  } finally {
    stdout.write = out;
    stderr.write = err;
  }
}

describe('a command line', () => {
  test.each([
    [[], '命令：'],
    [['start'], '--demo-password'],
    [['api'], '用法： luoshi api [选项]'],
    [['worker'], '--health-port'],
    [['migrate'], '示例：'],
    [['plan'], 'extract [选项] <文件>'],
    [['plan', 'extract'], '--json'],
    [['plan', 'lint'], '--units'],
    [['plan', 'import'], '--id'],
    [['plan', 'attach'], '散列值'],
    [['plan', 'amend'], '--plan <代号>'],
    [['district', 'found'], '--administrator'],
    [['units'], 'succeed [选项] <原单位> [承接单位...]'],
    [['units', 'alias'], '--undo'],
    [['audit', 'verify'], '退出码为 1'],
    [['policy', 'rehearse'], '--picture <文件>'],
    [['queue'], 'requeue [选项] [编号]'],
    [['doctor'], '滞留的消息'],
    [['bench', 'extract'], '--size <兆字节>'],
    [['bench', 'web'], '--slowness <倍数>'],
  ])('%j --help speaks Chinese, on standard output, exit code 0', async (command, text) => {
    const { code, out, err } = await run(...command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(text);
    expect(out).not.toMatch(/Usage|Options:|Commands|display help|\(default|\[options\]|\[command\]/);
  });

  test.each([
    [['strat'], '没有命令 strat'],
    [['plan', 'extrct', 'x'], '没有命令 extrct'],
    [['start', '--prt', '1'], '没有选项 --prt'],
    [['start', '--port', '70000'], '--port <端口> 的值 70000 无效。端口应为 0 到 65535 的整数。'],
    [['start', '--port'], '选项 --port <端口> 缺少值'],
    [['plan', 'extract'], '缺少参数 文件'],
    [['plan', 'extract', 'a', 'b'], '参数过多'],
    [['start', 'now'], '参数过多'],
  ])('%j is a wrong usage, told in Chinese, exit code 2', async (args, text) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`用法错误：${text}\n加 --help 查看用法。\n`);
  });

  test('plan extract without --json says in a few lines what was understood', async () => {
    const { code, out, err } = await run('plan', 'extract', 'seeds/plans/wulingyuan-2024-eight-actions.yaml');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^标题：/);
  });

  test('plan extract --json writes the contract and nothing else to standard output', async () => {
    const { code, out, err } = await run(
      'plan',
      'extract',
      'seeds/plans/wulingyuan-2024-eight-actions.yaml',
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ schema: 'luoshi.extraction/1' });
  });
});

import type { Command } from 'commander';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

interface VerifyOptions extends Common {
  file?: string;
  key?: string[];
  seals?: string;
}

export function auditCommand(program: Command, done: Done): void {
  const audit = program.command('audit').description('核验、封存和导出办理记录');
  audit
    .command('verify')
    .description('沿记录链和封存逐条核验，有改动即指出；发现问题时退出码为 1')
    .option('--file <文件>', '核验导出的记录文件，不需要数据库')
    .option('--key <公钥…>', '封存只应是用这些密钥签的（base64，可多个）')
    .option('--seals <文件>', '已公布的封存（每行一次），逐次比对')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi audit verify\n  npx luoshi audit verify --file 记录.jsonl --key MCowBQYDK2VwAyEA… --seals 已公布.jsonl',
    )
    .action(async ({ file, key = [], seals, ...options }: VerifyOptions) => {
      const [{ verifyAudit, verifyTrailFile }, { auditText, holds }, { readSealsFile }] = await Promise.all([
        import('../audit/verify-audit.js'),
        import('../audit/audit-text.js'),
        import('../audit/read-seals-file.js'),
      ]);
      const expected = { keys: key, published: seals === undefined ? [] : await readSealsFile(seals) };
      const reports =
        file === undefined ? await verifyAudit(options, expected) : await verifyTrailFile(file, expected);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(reports, null, 2)}\n` : auditText(reports),
      );
      done(holds(reports) ? 0 : 1);
    });
  audit
    .command('seal')
    .description('立即封存新增的记录（平时由系统按时封存）')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText('after', `${STOP_FIRST}\n\n示例：\n  npx luoshi audit seal`)
    .action(async (options: Common) => {
      const { sealTrail } = await import('../audit/seal-trail.js');
      const made = await sealTrail(options);
      const words = made.map(
        ({ jurisdictionId, number, leaves, hash }) =>
          `${jurisdictionId}：第 ${number} 次封存，${leaves} 个事项，${hash}`,
      );
      say(options, made, words.length === 0 ? '没有新增的记录，不需要封存。' : words.join('\n'));
    });
  audit
    .command('seals')
    .description('列出全部封存，每行一次，供公布或交由他人保存')
    .option(...DATA)
    .addHelpText('after', `${STOP_FIRST}\n\n示例：\n  npx luoshi audit seals > 封存.jsonl`)
    .action(async (options: Common) => {
      const { sealsOf } = await import('../audit/seal-trail.js');
      for (const seal of await sealsOf(options)) process.stdout.write(`${JSON.stringify(seal)}\n`);
    });
  audit
    .command('export')
    .argument('<文件>', '写到哪个文件（JSON 行）')
    .description('导出全部办理记录和封存，供离线核验')
    .option(...DATA)
    .option(...JURISDICTION)
    .addHelpText('after', `${STOP_FIRST}\n\n示例：\n  npx luoshi audit export 记录.jsonl`)
    .action(async (file: string, options: Common) => {
      const { exportTrail } = await import('../audit/export-trail.js');
      const { jurisdictionId } = await exportTrail(file, options);
      process.stdout.write(
        `已导出 ${jurisdictionId} 的办理记录：${file}\n核验：npx luoshi audit verify --file ${file}\n`,
      );
    });
}

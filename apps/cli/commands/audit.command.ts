import type { Command } from 'commander';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

interface VerifyOptions extends Common {
  file?: string;
  proof?: string;
  key?: string[];
  seals?: string;
}

export function auditCommand(program: Command, done: Done): void {
  const audit = program.command('audit').description('核验、封存和导出办理记录');
  audit
    .command('verify')
    .description('沿记录链和封存逐条核验，有改动即指出；发现问题时退出码为 1')
    .option('--file <文件>', '核验导出的记录文件，不需要数据库')
    .option('--proof <文件>', '核验一份证明（audit proof、audit consistency 给出的），不需要数据库')
    .option('--key <公钥…>', '封存只应是用这些密钥签的（base64，可多个）')
    .option('--seals <文件>', '已公布的封存（每行一次），逐次比对')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi audit verify\n  npx luoshi audit verify --file 记录.jsonl --key MCowBQYDK2VwAyEA… --seals 已公布.jsonl',
    )
    .action(async ({ file, proof, key = [], seals, ...options }: VerifyOptions) => {
      const { verifyAudit, verifyTrailFile } = await import('../audit/verify-audit.js');
      const { auditText, holds, proofText } = await import('../audit/audit-text.js');
      const { readSealsFile } = await import('../audit/read-seals-file.js');
      const expected = { keys: key, published: seals === undefined ? [] : await readSealsFile(seals) };
      if (proof !== undefined) {
        const { verifyProofFile } = await import('../audit/prove.js');
        const found = await verifyProofFile(proof, expected);
        process.stdout.write(
          options.json === true
            ? `${JSON.stringify(found, null, 2)}\n`
            : proofText(found.shows, found.faults),
        );
        done(found.faults.length === 0 ? 0 : 1);
        return;
      }
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
    .command('proof')
    .argument('<类别>', 'task、obligation、reportingLine 或 actor（账号、配置、导出、查看的留痕）')
    .argument('<编号>', '事项或操作人的编号')
    .argument('<第几条>', '记录在链上的序号')
    .description('给出一条记录已被封存的证明，供他人离线核验')
    .option(...DATA)
    .option(...JURISDICTION)
    .addHelpText('after', `${STOP_FIRST}\n\n示例：\n  npx luoshi audit proof task 3f0c… 2 > 证明.json`)
    .action(async (kind: string, id: string, seq: string, options: Common) => {
      const [{ proofOf }, { placeInChain }] = await Promise.all([
        import('../audit/prove.js'),
        import('../audit/place-in-chain.js'),
      ]);
      const proof = await proofOf(placeInChain(kind, id, seq), options);
      process.stdout.write(`${JSON.stringify(proof)}\n`);
    });
  audit
    .command('consistency')
    .argument('<前一次>', '第几次封存')
    .argument('<后一次>', '第几次封存')
    .description('给出前一次封存原样包含在后一次之内的证明')
    .option(...DATA)
    .option(...JURISDICTION)
    .addHelpText('after', `${STOP_FIRST}\n\n示例：\n  npx luoshi audit consistency 3 27 > 证明.json`)
    .action(async (from: string, to: string, options: Common) => {
      const [{ consistencyOf }, { numberOf }] = await Promise.all([
        import('../audit/prove.js'),
        import('../audit/place-in-chain.js'),
      ]);
      const range = { from: numberOf(from), to: numberOf(to) };
      process.stdout.write(`${JSON.stringify(await consistencyOf(range, options))}\n`);
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

import type { Command } from 'commander';
import type { Done } from './done.js';

export function documentCommand(program: Command, done: Done): void {
  const document = program.command('document').description('公文：检查格式');
  document
    .command('check')
    .argument('<文件>', '要检查的 .docx 文件')
    .description(
      '按 GB/T 9704-2012 检查一份公文：页面、版心、字体字号、层次、发文字号、成文日期、版记、页码；不改动文件',
    )
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi document check 通报.docx\n  npx luoshi document check 通报.docx --json\n\n有不符之处时退出码为 1。',
    )
    .action(async (file: string, options: { json?: boolean }) => {
      const { checkFile } = await import('../document/check-file.js');
      const { said, sound } = await checkFile(file, options);
      process.stdout.write(said);
      done(sound ? 0 : 1);
    });
}

import { CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { programOf } from './program.js';
import { projectPath } from './project-path.js';
import { usageProblem } from './terminal/speak-chinese.js';
import { tellTrouble } from './terminal/tell-trouble.js';

/**
 * Runs a command line. Exit codes: 0 done; 1 a trouble, told on standard error, or something found that should not
 * be; 2 the command line itself is wrong.
 *
 * @param argv as in process.argv, with node and script in front
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  let exitCode = 0;
  const program = programOf(version, (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return await tellTrouble(error);
    if (error.exitCode === 0) return 0;
    // A bare `luoshi plan` shows the help, and is no usage either.
    if (error.code !== 'commander.help') {
      process.stderr.write(`用法错误：${usageProblem(error, program, argv[2])}\n加 --help 查看用法。\n`);
    }
    return 2;
  }
}

import { CliError } from '../cli-error.js';

/**
 * Tells why a command failed: an expected trouble in its own words with its code, anything else as a fault of the
 * program, with the trace that a report needs. Always exit code 1.
 */
export async function tellTrouble(error: unknown): Promise<1> {
  process.stderr.write(`${await textOf(error)}\n`);
  return 1;
}

async function textOf(error: unknown): Promise<string> {
  if (error instanceof CliError) return `错误 ${error.code}：${error.message}`;
  // Loaded here, not above: they bring half the system with them, which a mere --help has no need of.
  const [{ ConfigError }, { PersistenceError }, { SeedError }, { DocumentRefused }, { ArchiveError }] =
    await Promise.all([
      import('#config'),
      import('#persistence'),
      import('#engine'),
      import('#documents'),
      import('#archive'),
    ]);
  if (
    error instanceof PersistenceError ||
    error instanceof ConfigError ||
    error instanceof DocumentRefused ||
    error instanceof ArchiveError
  ) {
    return `错误 ${error.code}：${error.message}`;
  }
  if (error instanceof SeedError) {
    return `错误 SEEDS_INVALID：种子数据有误，没有载入任何内容。请按下列位置改正后重试：\n${error.message}`;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `错误 UNEXPECTED：程序内部错误，请附下列内容报告。\n${trace}`;
}

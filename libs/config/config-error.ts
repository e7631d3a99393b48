/** The environment holds values that nothing can be made of. The message names each, and never its value: it may be a password. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG_INVALID';

  constructor(
    readonly problems: readonly string[],
    /** Codes of those problems that have one of their own. */
    readonly codes: readonly string[] = [],
  ) {
    super(`环境变量有误，请改正后重新启动：\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

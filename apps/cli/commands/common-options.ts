import type { Command } from 'commander';

/** Options that mean the same in every command that has them. */
export const DATA = ['--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）'] as const;
export const JSON_ONLY = ['--json', '在标准输出上只给出 JSON'] as const;
export const JURISDICTION = ['--jurisdiction <代码>', '辖区的行政区划代码（只有一个辖区时可省）'] as const;
export const STOP_FIRST = '\n使用内置数据库时，请先停止正在运行的系统。';

export interface Common {
  data?: string;
  json?: boolean;
  jurisdiction?: string;
}

/** Adds a command that works on the record of one jurisdiction, with the options that all of them have. */
export const onRecord = (group: Command, name: string, description: string, example: string): Command =>
  group
    .command(name)
    .description(description)
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText('after', `\n示例：\n${example}${STOP_FIRST}`);

/** What came of a command: as JSON where that was asked for, else in words. */
export const say = (options: { json?: boolean }, value: unknown, words: string): boolean =>
  process.stdout.write(options.json === true ? `${JSON.stringify(value)}\n` : `${words}\n`);

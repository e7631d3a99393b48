import { Help, type Command, type CommanderError } from 'commander';
import { cellsOf } from './table.js';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

/** Help in Chinese, and errors thrown instead of printed in English. */
export function speakChinese(command: Command): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
      subcommandTerm: (sub) => inChinese(new Help().subcommandTerm(sub)),
      displayWidth: cellsOf,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

function inChinese(usage: string): string {
  return usage.replaceAll('[options]', '[选项]').replaceAll('[command]', '[命令]');
}

/** What is wrong with a command line, in Chinese, with what stands between quotes in commander's words. */
export function usageProblem(error: CommanderError, program: Command, first: string | undefined): string {
  const [name = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
  switch (error.code) {
    case 'commander.unknownOption':
      return `没有选项 ${name}`;
    case 'commander.unknownCommand':
      return `没有命令 ${name}`;
    case 'commander.missingArgument':
      return `缺少参数 ${name}`;
    case 'commander.optionMissingArgument':
      return `选项 ${name} 缺少值`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${name}`;
    case 'commander.excessArguments':
      // `start` is run where no command is named, and takes no arguments.
      return first === undefined || program.commands.some((command) => command.name() === first)
        ? '参数过多'
        : `没有命令 ${first}`;
    case 'commander.invalidArgument':
      return `${name} 的值 ${value} 无效。${error.message.split('. ').slice(1).join('. ')}`.trim();
    case 'commander.conflictingOption':
      return `选项 ${name} 与 ${value} 不能同时使用`;
    default:
      return error.message;
  }
}

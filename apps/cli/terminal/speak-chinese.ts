import type { Command, CommanderError } from 'commander';

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
      optionTerm: (option) => option.flags,
      optionDescription: (option) => option.description,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}

/** What is wrong with a command line, in Chinese, with what stands between quotes in commander's words. */
export function usageProblem(error: CommanderError): string {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
  switch (error.code) {
    case 'commander.unknownOption':
      return `没有选项 ${first}`;
    case 'commander.unknownCommand':
      return `没有命令 ${first}`;
    case 'commander.missingArgument':
      return `缺少参数 ${first}`;
    case 'commander.optionMissingArgument':
      return `选项 ${first} 缺少值`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${first}`;
    case 'commander.excessArguments':
      return `参数过多`;
    case 'commander.invalidArgument':
      return `${first} 的值 ${second} 无效。${error.message.split('. ').slice(1).join('. ')}`.trim();
    case 'commander.conflictingOption':
      return `选项 ${first} 与 ${second} 不能同时使用`;
    default:
      return error.message;
  }
}

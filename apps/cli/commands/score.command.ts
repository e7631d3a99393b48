import { InvalidArgumentError, type Command } from 'commander';
import type {
  AdoptOptions,
  BonusOptions,
  ShowOptions,
  StretchOptions,
  WhatIfOptions,
} from '../scoring/score-actions.js';
import type { Done } from './done.js';
import { parseDate } from './parse-date.js';

const actions = () => import('../scoring/score-actions.js');
const words = () => import('../scoring/score-text.js');
const say = (json: boolean | undefined, value: unknown, text: string): void => {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : text);
};

/** Options of every command that reads or writes the record. */
const onRecord = (command: Command): Command =>
  command
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）');
const overStretch = (command: Command): Command =>
  onRecord(
    command
      .requiredOption('--from <日期>', '从哪天起', parseDate)
      .requiredOption('--to <日期>', '到哪天止（含当日）；过去的日子按当日所知计', parseDate),
  );

export function scoreCommand(program: Command, done: Done): void {
  const score = program.command('score').alias('scoring').description('考核计分：每一分都能追溯到记录');
  reading(score, done);
  keeping(score, done);
}

function reading(score: Command, done: Done): void {
  overStretch(score.command('show'))
    .option('--plan <代号>', '只计一个方案；不写则各方案合计')
    .option('--unit <名称>', '只看一个单位，列出每一分的依据')
    .option('--scheme <文件>', '不用现行办法，用这份文件试算')
    .option('--json', '在标准输出上只给出 JSON')
    .description('各单位得分和组内名次，或一个单位每一分的依据')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi score show --from 2024-04-12 --to 2024-06-30
  npx luoshi score show --from 2024-04-12 --to 2024-06-30 --unit 区教育局`,
    )
    .action(async (options: ShowOptions & { unit?: string; json?: boolean }) => {
      const { unit } = options;
      const { showScores, showUnit } = await actions();
      const { explainedText, scoresText } = await words();
      if (unit === undefined) {
        const scores = await showScores(options);
        say(options.json, scores, scoresText(scores));
      } else {
        const explained = await showUnit({ ...options, unit });
        say(options.json, explained, explainedText(explained));
      }
      done(0);
    });
  overStretch(score.command('rehearse'))
    .requiredOption('--scheme <文件>', '要预演的考核办法（YAML；见 seeds/scoring）')
    .option('--plan <代号>', '只计一个方案；不写则各方案合计')
    .option('--picture <文件>', '把各单位得分的对比画成 SVG 图')
    .option('--json', '在标准输出上只给出 JSON')
    .description('把一份考核办法放到已有记录上预演：各单位得多少分、与现行办法差多少；不写入任何数据')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi score rehearse --scheme new.yaml --from 2024-04-12 --to 2024-06-30 --picture scores.svg',
    )
    .action(async (options: StretchOptions & { scheme: string; picture?: string; json?: boolean }) => {
      const { rehearseSchemeFile } = await actions();
      const rehearsal = await rehearseSchemeFile(options);
      say(options.json, rehearsal, (await words()).rehearsalText(rehearsal));
      done(0);
    });
  overStretch(score.command('what-if'))
    .option('--scheme <文件>', '要试算的考核办法（YAML）；不写则以现行办法为底')
    .option(
      '--set <项目.数字=值>',
      '改一个数字，可写多次：yellow.each=2、reporting.marks=10、bonus.atMost=3、weight.A1-01=2',
      collect,
      [] as string[],
    )
    .option('--plan <代号>', '只计一个方案；不写则各方案合计')
    .option('--json', '在标准输出上只给出 JSON')
    .description('换一份办法或改几个数字，各单位的得分和名次会怎样变；不写入任何数据')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi scoring what-if --from 2024-04-12 --to 2024-06-30 --set yellow.each=2 --set reporting.marks=10',
    )
    .action(async (options: WhatIfOptions & { json?: boolean }) => {
      const { tryFigures } = await actions();
      const rehearsal = await tryFigures(options);
      say(options.json, rehearsal, (await words()).rehearsalText(rehearsal));
      done(0);
    });
  score
    .command('check')
    .argument('<文件>', '考核办法（YAML）')
    .option('--json', '在标准输出上只给出 JSON')
    .description('检查一份考核办法：格式、合计，以及为基层减负的规定不允许的考核内容；有提示时退出码为 1')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const { readSchemeFile } = await import('../scoring/read-scheme-file.js');
      const { schemeWarnings } = await import('#scoring');
      const { warningsText } = await import('../scoring/warnings-text.js');
      const scheme = await readSchemeFile(file);
      const warnings = schemeWarnings(scheme);
      say(json, { id: scheme.id, version: scheme.version, warnings }, warningsText(scheme.label, warnings));
      done(warnings.length > 0 ? 1 : 0);
    });
  score
    .command('facts')
    .description('可以用来计分的事实清单，及各项怎样认定')
    .action(async () => {
      process.stdout.write((await words()).factsText());
      done(0);
    });
}

function keeping(score: Command, done: Done): void {
  onRecord(score.command('adopt'))
    .argument('<文件>', '考核办法（YAML）')
    .requiredOption('--reason <依据>', '启用（更换）的依据，如文件名称', text)
    .option('--plan <代号>', '只用于一个方案；不写则用于没有单独办法的各方案')
    .option('--confirm <理由>', '有合规提示而仍要启用的理由；会记录在案', text)
    .description('从现在起启用一份考核办法；以前的版本和结果不变')
    .action(async (file: string, options: AdoptOptions) => {
      const { adoptSchemeFile } = await actions();
      const { id, version, warnings } = await adoptSchemeFile(file, options);
      process.stdout.write(
        `已启用 ${id} 第 ${version} 版${warnings.length > 0 ? `；${warnings.length} 条提示及理由已记录在案` : ''}。\n`,
      );
      done(0);
    });
  overStretch(score.command('keep'))
    .requiredOption('--plan <代号>', '哪个方案')
    .requiredOption('--reason <用途>', '存档的用途，如 2024年度考核结果', text)
    .description('把一段时间的得分连同所用办法的版本存档；以后重新计算不改动已存的')
    .action(async (options: StretchOptions & { plan: string; reason: string }) => {
      const { number, hash } = await (await actions()).keepScoresOf(options);
      process.stdout.write(`已存档，第 ${number} 份，校验值 ${hash}。\n`);
      done(0);
    });
  onRecord(score.command('bonus'))
    .requiredOption('--plan <代号>', '哪个方案')
    .requiredOption('--unit <名称>', '给哪个单位')
    .requiredOption('--points <分>', '几分', parsePoints)
    .requiredOption('--reason <理由>', '理由，如做法被哪里采用', text)
    .requiredOption('--by <账号>', '作出决定的绩效办人员')
    .option('--item <标识>', '办法中由绩效办评定的项目；不写则为加分')
    .option('--evidence <材料>', '佐证的文件、文号或材料名称，可写多次', collect, [] as string[])
    .description('录入绩效办的加分（评定）；不能给本单位加分')
    .action(async (options: BonusOptions) => {
      await (await actions()).enterPoints(options);
      process.stdout.write(`已录入：${options.unit} ${options.points} 分。\n`);
      done(0);
    });
}

const collect = (value: string, before: string[]): string[] => [...before, value];

function text(value: string): string {
  if (value.trim() !== '') return value.trim();
  throw new InvalidArgumentError('不能为空。');
}

function parsePoints(value: string): number {
  const points = Number(value);
  if (Number.isFinite(points) && points >= 0) return points;
  throw new InvalidArgumentError('分值应为不小于 0 的数。');
}

import type { Command } from 'commander';
import type { AdmitOptions } from '../district/admit-people.js';
import type { FoundOptions } from '../district/found-district.js';

/** Options given more than once are collected. */
const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

export function districtCommand(program: Command): void {
  const district = program.command('district').description('辖区：不用示例，建立自己的辖区，增加人员');
  found(district);
  admit(district);
}

function admit(district: Command): void {
  district
    .command('admit')
    .description('为已建立的辖区增加人员账号')
    .option('--name <姓名>', '姓名')
    .option('--username <账号>', '账号，小写字母和数字')
    .option('--unit <单位>', '所在单位')
    .option('--role <角色>', '角色，如 联络员、牵头单位负责人、指挥部办公室（默认联络员）')
    .option('--people <文件>', '一次增加多人：人员文件（.yaml）或名单（.xlsx：单位名称、联系人、职务、账号）')
    .option('--jurisdiction <代码>', '辖区的行政区划代码（只有一个辖区时可省）')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi district admit --name 李四 --username lisi --unit 县财政局 --role 联络员
  npx luoshi district admit --people 名单.xlsx

初始口令只显示一次，首次登录后必须修改。使用内置数据库时，请先停止正在运行的系统。`,
    )
    .action(async (options: AdmitOptions & { json?: boolean }) => {
      const { admitFrom } = await import('../district/admit-people.js');
      const { accountsText } = await import('../district/founded-text.js');
      const accounts = await admitFrom(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify({ accounts })}\n` : accountsText(accounts),
      );
    });
}

function found(district: Command): void {
  district
    .command('found')
    .description('建立辖区：单位目录、日历、督办规则、系统管理员和人员账号')
    .requiredOption(
      '--units <文件>',
      '单位目录（.yaml），或单位人员名单（.xlsx：单位名称、简称、类别、联系人、职务、账号）',
    )
    .requiredOption('--administrator <姓名>', '系统管理员的姓名')
    .requiredOption('--username <账号>', '系统管理员的账号，小写字母和数字')
    .option('--unit <单位>', '系统管理员所在单位（默认为办公室）')
    .option('--people <文件>', '人员（.yaml，格式同 seeds/people/）；名单中已有的不必再给')
    .option('--code <代码>', '行政区划代码，六位数字（单位目录中已写明的不用给）')
    .option('--name <名称>', '辖区名称，如 甲县（同上）')
    .option('--full-prefix <文字>', '单位全称的开头，如 甲市乙县；可给多个', collect)
    .option('--short-prefix <字>', '单位简称的开头，如 县（默认取辖区名称的最后一字）')
    .option('--calendar <文件>', '工作日历（默认为随附的国务院办公厅放假安排）')
    .option('--policy <文件>', '督办规则（默认为随附的规则，发文机关和机关代字换成本辖区的）')
    .option(
      '--number-word <文字>',
      '机关代字中的地名，如 丙甲（默认取市、县名称的首字；给了 --policy 时以该文件为准）',
    )
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi district found --units 单位.yaml --administrator 张三 --username zhangsan
  npx luoshi district found --units 名单.xlsx --code 990301 --name 甲县 --administrator 张三 --username zhangsan

初始口令只显示一次，首次登录后必须修改。使用内置数据库时，请先停止正在运行的系统。`,
    )
    .action(async (options: FoundOptions & { json?: boolean }) => {
      const { foundDistrictFrom } = await import('../district/found-district.js');
      const { foundedText } = await import('../district/founded-text.js');
      const founded = await foundDistrictFrom(options);
      process.stdout.write(options.json === true ? `${JSON.stringify(founded)}\n` : foundedText(founded));
    });
}

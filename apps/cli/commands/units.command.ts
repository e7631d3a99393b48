import type { Command } from 'commander';
import { type Common, onRecord, say } from './common-options.js';

/** Options given more than once are collected. */
const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

export function unitsCommand(program: Command): void {
  const units = program.command('units').description('单位目录：查看、登记、别名、沿革、单位组成员');

  onRecord(units, 'list', '列出单位、别名、成员和沿革', '  npx luoshi units list').action(
    async (options: Common) => {
      const { listUnits, unitsText } = await import('../units/list-units.js');
      const listed = await listUnits(options);
      say(options, listed, unitsText(listed).trimEnd());
    },
  );

  onRecord(units, 'add', '登记一个单位', '  npx luoshi units add 县低空经济办 --alias 县低空办')
    .argument('<名称>', '单位名称')
    .option('--kind <类别>', '类别，如 政府部门、事业单位（默认按名称判断）')
    .option('--alias <别名>', '别名，可给多个', collect)
    .option('--member <单位>', '单位组的成员，可给多个', collect)
    .action(
      async (name: string, options: Common & { kind?: string; alias?: string[]; member?: string[] }) => {
        const { addUnit } = await import('../units/change-units.js');
        const added = await addUnit(name, options);
        say(options, added, `已登记“${added.name}”，编号 ${added.code}。`);
      },
    );

  onRecord(
    units,
    'alias',
    '一个名称指哪个单位；--undo 撤销',
    '  npx luoshi units alias 县经济发展局 县发展和改革局 --from 甲政办发〔2024〕2号',
  )
    .argument('<名称>', '文件中印的名称')
    .argument('[单位]', '所指的单位')
    .option('--from <来源>', '出自哪份文件')
    .option('--undo', '撤销这个别名')
    .action(
      async (
        printed: string,
        unit: string | undefined,
        options: Common & { from?: string; undo?: boolean },
      ) => {
        const { aliasUnit } = await import('../units/change-units.js');
        const done = await aliasUnit(printed, unit, options);
        const text = done.takenBack
          ? `已撤销别名“${printed}”。`
          : done.learned
            ? `已记下：“${printed}”指“${unit ?? ''}”。`
            : `“${printed}”本来就指“${unit ?? ''}”，没有改动。`;
        say(options, done, text);
      },
    );

  onRecord(
    units,
    'succeed',
    '登记单位更名、合并、拆分；--undo 撤销',
    '  npx luoshi units succeed 县乡村振兴局 县农业农村局 --kind merge --from 2024-11-01\n  npx luoshi units succeed 县文广体局 县文旅局 县体育中心 --kind split --from 2019-03-01',
  )
    .argument('<原单位>', '原来的单位')
    .argument('[承接单位...]', '承接的单位')
    .option('--kind <方式>', 'rename（更名）、merge（并入）或 split（拆分）', 'rename')
    .option('--from <日期>', '从哪一天起，如 2024-11-01')
    .option('--reason <理由>', '依据')
    .option('--undo', '撤销')
    .action(
      async (
        predecessor: string,
        successors: string[],
        options: Common & { kind: string; from?: string; reason?: string; undo?: boolean },
      ) => {
        const { succeedUnits } = await import('../units/change-units.js');
        const done = await succeedUnits(predecessor, successors, options);
        const left =
          done.tasksToReassign === 0
            ? ''
            : `\n“${predecessor}”名下还有 ${done.tasksToReassign} 项未办结任务，请指挥部办公室改派。`;
        say(options, done, `${done.note}${left}`);
      },
    );

  onRecord(
    units,
    'members',
    '一个单位组（如各乡镇）由哪些单位组成',
    '  npx luoshi units members 各乡镇 东乡 西乡 南镇',
  )
    .argument('<单位组>', '单位组的名称')
    .argument('<成员...>', '全部成员')
    .action(async (group: string, members: string[], options: Common) => {
      const { groupUnits } = await import('../units/change-units.js');
      const done = await groupUnits(group, members, options);
      say(options, done, `“${group}”现有 ${done.members} 个成员。`);
    });
}

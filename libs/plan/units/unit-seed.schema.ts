import { z } from 'zod';
import { normalFormOf } from './normal-form.js';

export const UNIT_KINDS = [
  'government',
  'office',
  'government-department',
  'party-organ',
  'judicial-organ',
  'mass-organisation',
  'public-institution',
  'branch-office',
  'scenic-administration',
  'state-company',
  'utility-company',
  'township',
  'task-force',
  'group',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const UNIT_KIND_LABELS: Record<UnitKind, string> = {
  government: '人民政府',
  office: '办公室',
  'government-department': '政府部门',
  'party-organ': '党委部门',
  'judicial-organ': '司法机关',
  'mass-organisation': '群团组织',
  'public-institution': '事业单位',
  'branch-office': '垂直管理（派驻）单位',
  'scenic-administration': '景区管理单位',
  'state-company': '国有企业',
  'utility-company': '公用企业',
  township: '乡镇（街道）',
  'task-force': '工作专班',
  group: '统称（一组单位）',
  other: '其他',
};

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: '编号只能用小写字母、数字和连字符' });

const deskSchema = z.strictObject({
  code: slug,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
});

export const SUCCESSION_KINDS = ['rename', 'merge', 'split'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What the unit was before, or what was merged into it; several units may name one predecessor that was split. */
const predecessorSchema = z.strictObject({
  name: z.string().min(2),
  kind: z.enum(SUCCESSION_KINDS).default('rename'),
  /** The first day on which the successor answers. */
  from: z.iso.date(),
  reason: z.string().default(''),
});

const unitSchema = z
  .strictObject({
    code: slug,
    name: z.string().min(2),
    kind: z.enum(UNIT_KINDS),
    aliases: z.array(z.string().min(2)).default([]),
    /** 〈工信〉: offices of the unit; reports, cards and scores stay the unit's. */
    desks: z.array(deskSchema).default([]),
    /** A group stands for many units; `members` where the directory can tell which, else a person spells it out. */
    group: z.boolean().default(false),
    members: z.array(slug).optional(),
    predecessors: z.array(predecessorSchema).optional(),
    /** What the unit does for plans: the office of the headquarters, supervision, assessment, data. */
    functions: z
      .array(z.enum(['headquarters-office', 'supervision', 'assessment', 'data', 'publicity', 'research']))
      .default([]),
  })
  .refine((unit) => unit.group === (unit.kind === 'group'), {
    error: '类别为 group 的单位应标 group: true，其他单位不应标',
    path: ['group'],
  })
  .refine((unit) => unit.members === undefined || unit.group, {
    error: '只有单位组可以有成员',
    path: ['members'],
  });

/** Which jurisdiction the units belong to, and how its names are shortened. */
const jurisdictionSchema = z.strictObject({
  code: z.string().regex(/^\d{6}$/, { error: '行政区划代码是六位数字' }),
  name: z.string().min(2),
  /** Beginnings of full names, and what stands for them in short ones. */
  fullPrefixes: z.array(z.string().min(2)),
  shortPrefix: z.string().min(1),
});

/** The units of a jurisdiction (`luoshi.units/1`). Codes are stable: they are never given to another unit. */
export const unitSeedSchema = z
  .strictObject({
    schema: z.literal('luoshi.units/1'),
    jurisdiction: jurisdictionSchema,
    units: z.array(unitSchema).min(1),
  })
  .superRefine((seed, context) => {
    const codes = new Set(seed.units.map(({ code }) => code));
    const seenCodes = new Set<string>();
    const seenNames = new Map<string, string>();
    const normalForm = normalFormOf(seed.jurisdiction);
    seed.units.forEach((unit, i) => {
      const fail = (path: (string | number)[], message: string): void =>
        context.addIssue({ code: 'custom', path: ['units', i, ...path], message });
      if (seenCodes.has(unit.code)) fail(['code'], `单位编号 ${unit.code} 重复`);
      seenCodes.add(unit.code);
      for (const name of [unit.name, ...unit.aliases]) {
        const other = seenNames.get(normalForm(name));
        if (other !== undefined && other !== unit.code) fail(['name'], `名称“${name}”已用于 ${other}`);
        seenNames.set(normalForm(name), unit.code);
      }
      unit.members?.forEach((member, k) => {
        if (!codes.has(member)) fail(['members', k], `没有编号为 ${member} 的单位`);
      });
      unit.predecessors?.forEach(({ name }, k) => {
        if (normalForm(name) === normalForm(unit.name))
          fail(['predecessors', k, 'name'], `“${name}”不能是自己的前身`);
      });
    });
  });

export type UnitSeed = z.output<typeof unitSeedSchema>;
export type UnitSeedUnit = UnitSeed['units'][number];

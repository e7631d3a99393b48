/** What was inferred where a plan was read (`libs/plan/evidence/rules.ts`), sentence by sentence. */
export const READING: Readonly<Record<string, string>> = {
  '日期由原文的写法换算为年-月-日。': 'The date is converted from the way it is written.',
  '序号由汉字或带圈数字换算。': 'The number is converted from Chinese or circled figures.',
  '单位名称括注中的各条线按统一顺序排列。': 'The sections in brackets behind the unit are put in one order.',
  '只写了一个责任单位，由它牵头。': 'Only one responsible unit is named; it leads.',
  '“甲负责，乙参与”的写法，负责者为牵头单位。':
    'Where one is in charge and another takes part, the one in charge leads.',
  '发文机关取自标题中“关于”之前的文字。': 'The issuer is taken from the beginning of the title.',
  '发文机关取自版头“文件”之前的名称。': 'The issuer is taken from the head of the document.',
  '发文机关取自成文日期上一行的落款。': 'The issuer is taken from the signature above the date.',
  '地名取自标题的开头。': 'The place is taken from the beginning of the title.',
  '地名取自发文机关的名称。': "The place is taken from the issuer's name.",
  '年份取自成文日期。': 'The year is taken from the date of the document.',
  '年份取自标题；标题写的是一段时期的，取第一年。':
    'The year is taken from the title; of a span of years, the first.',
  '年份取自发文字号。': 'The year is taken from the document number.',
  '年份取自正文的标题。': 'The year is taken from a heading of the text.',
  '年份取自正文开头第一次写到的年份，请校核。': 'The year is the first that the text mentions; check it.',
  '年份取自表中写得最多的年份，请校核。': 'The year is the one that the table has most often; check it.',
  '期限没有写年份，按文件的年份补上。': "The deadline has no year; the document's is taken.",
  '原文没有写明期限，按方案当年年底推定，请校核。':
    "The text gives no deadline; the end of the plan's year is inferred: check it.",
  '长期工作没有写明期限，以方案期末为界。': "Ongoing work without a deadline ends with the plan's period.",
  '按原文“排序第一的责任单位为牵头单位”的规定推定，请校核。':
    'Inferred by the rule of the text that the first unit named leads; check it.',
  '单位名称承前、蒙后省略的部分（如省、市、人民政府）已经补上。':
    "What the text leaves out of the units' names is put back.",
  '名称由原文的几处合成，位置是整句。':
    'The name is composed of several places; the whole sentence is shown.',
  '并列者共用的职务（如“主要负责人”）已经补给每一位。': 'A post that several share is given to each.',
  '段落没有编号，取简短的第一句话为标题。':
    'The paragraph has no number; its short first sentence is the title.',
  '标题取自表格上方的文字。': 'The title is taken from the words above the table.',
  '原文没有序号，按出现的先后编号。': 'The text has no numbers; they are counted in their order.',
  '名称由附件标题省去地名和“实施方案”等字样而成。':
    "The name is the annex's title without the place and general words.",
  '行动由表中的类别而来。': 'The action is taken from a category of the table.',
  '正文没有分出行动，以文件或表格的标题为名。':
    'The text has no actions; the title of the document or table is the name.',
  '指标名称由句中分开的几处合成（如“分别”）。':
    "The indicator's name is composed of several places of the sentence.",
  '写明了多久一次，没有写明做什么，请校核。': 'It says how often, but not what is done; check it.',
  '按“持续”“常态化”等用语认作长期工作。': 'Taken for ongoing work by words such as "continuously".',
};

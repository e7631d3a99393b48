import type { Phrases } from '../phrases.js';

/** What is refused about the review of a plan, its revision and what it is imported from. */
export const PLAN_REFUSALS: Phrases = {
  // amendment
  '还有{n}项修订没有审定；请逐项批准或不批准后再下发。':
    '{n|change} not decided yet; approve or refuse each before it is dispatched.',
  '修订稿还有{n}项任务没有确认；请校核确认后再下发。':
    '{n|task} of the revised text not confirmed yet; review and confirm before it is dispatched.',
  '单位名录中没有：{list}。请先认领或登记单位，再下发修订。':
    'The directory does not have "{list}". Say which units they are, or register them, before it is dispatched.',
  '要对应的任务不在本次修订稿或正在执行的方案中；请刷新后重新选择。':
    'The task to match is neither in this revised text nor in the running plan; load the page again and choose anew.',
  '修订对照刚刚有变化，所办的一项已不是您看到的内容；请刷新后重新审定。':
    'The comparison has just changed, and this item is not what you saw; load it again and decide anew.',
  '未变的任务不需要审定，也不能不批准；请刷新后重试。':
    'A task that did not change needs no decision and cannot be refused; load the page again.',
  '不批准的，请写明理由。': 'Say why it is refused.',
  '这份校核不是对正在执行的方案的修订，没有修订对照。':
    'This review does not revise a running plan; there is nothing to compare.',
  '审定修订由该方案的指挥部办公室办理；您可以查看，不能审定。':
    "The plan's headquarters office decides on revisions; you may look, not decide.",
  '没有代号为 {name} 的方案；请核对方案代号（方案导入时的 --id）。':
    'There is no plan with the code {name}; check it (the --id it was imported with).',
  '找不到要修订的方案。': 'The plan to revise was not found.',
  '找不到要修订的方案；请刷新后重试。': 'The plan to revise was not found; load the page again.',
  '找不到要修订的方案；请从方案页面重新上传修订文本。':
    "The plan to revise was not found; upload the revised text again from the plan's page.",
  '要修订的方案正在下达，任务尚未全部下达；请稍后再办。':
    'The plan to revise is being dispatched and not all its tasks are out; try again later.',
  // sources and imports
  '没有方案对应这份原文：文件与导入方案时的原文不一致。请使用发布时的原始文件，不要另存或转换编码。':
    'No plan has this text: the file is not the one that the plan was imported from. Take the file as it was published, not saved anew or recoded.',
  '只有该方案的指挥部办公室可以附上方案原文。': "Only the plan's headquarters office can attach its text.",
  '方案 {name} 已经导入。': 'The plan {name} was imported already.',
  '有单位名称对不上，没有导入。{told}……共 {n} 个名称。':
    'Names of units do not match; nothing was imported. {told} … {n|name} in all.',
  '有单位名称对不上，没有导入。{told}': 'Names of units do not match; nothing was imported. {told}',
  '单位目录中没有“{name}”，请核对名称或添加别名。':
    'The directory does not have "{name}": check the name, or add it as another name.',
  '“{name}”没有“{desk}”这样的内设岗位，请核对或添加。': '"{name}" has no desk "{desk}": check it, or add it.',
  '{told}，请指定由哪个单位承担。': '{told}: say which unit takes it on.',
  // review
  '找不到该项任务；请刷新后重试。': 'The task was not found; load the page again.',
  '任务 {name} 现在是“{word}”，不能这样办理。': 'Task {name} is now "{word}"; this cannot be done with it.',
  '该项已列为“不列为任务”；请先恢复，再拆分。': 'It is marked "Not a task"; restore it first, then split it.',
  '该项已列为“不列为任务”；请先恢复，再更正。':
    'It is marked "Not a task"; restore it first, then correct it.',
  '任务 {name} 已列为“不列为任务”；请先恢复，再确认。':
    'Task {name} is marked "Not a task"; restore it first, then confirm it.',
  '任务 {name} 已列为“不列为任务”；请先恢复，再合并。':
    'Task {name} is marked "Not a task"; restore it first, then merge it.',
  '表格中的一行是一项任务，不能按原文位置拆分；可另从原文新增任务。':
    'A row of a table is one task and is not split by its place; add a task from the text instead.',
  '拆分位置应在这项任务的原文之内，不能在首尾。':
    "It is split within the task's own text, not at its beginning or end.",
  '拆出的部分中有一段没有文字；请把拆分位置放在句子之间。':
    'One of the parts would have no text; split between sentences.',
  '没有可拆分的文字。': 'There is no text to split.',
  '要移到其后的任务已不存在；请刷新后重新移动。':
    'The task that it was to follow is gone; load the page again and move it anew.',
  '要排在其后的任务已不存在；请刷新后重新选择。':
    'The task that it was to follow is gone; load the page again and choose anew.',
  '合并至少要选两项任务。': 'Choose two tasks at least to merge.',
  '所选单位不在单位目录中，请刷新后重新选择。':
    'The unit chosen is not in the directory; load the page again and choose anew.',
  '“{name}”刚刚被他人认定为“{other}”；请与其商定，个别任务也可在任务中单独改选单位。':
    'Somebody has just said that "{name}" is "{other}"; agree with them, or choose another unit in a task by itself.',
  '没有编号为 {name} 的行动。': 'There is no action with the number {name}.',
  '频次的类别或周期不在可选范围内。': 'The kind or period of the cadence is not one of those there are.',
  '请写明以本任务的频次代替方案（行动）频次的理由。':
    "Say why the task's own cadence takes the place of the plan's (action's).",
  '完成时限中有不存在的日期，请改正。': 'A deadline has a day that does not exist; correct it.',
  '选给“{name}”的单位不在单位目录内；请刷新后重新选择。':
    'The unit chosen for "{name}" is not in the directory; load the page again and choose anew.',
  '方案信息刚刚被他人改动；请核对最新内容后重新提交。':
    "Somebody has just changed the plan's facts; look at what they say now and send yours again.",
  '这份方案刚刚又有改动；请核对最新内容后再下发。':
    'The plan has just changed again; look at what it says now before it is dispatched.',
  '还不能下发：{told}……共 {n} 处': 'It cannot be dispatched yet: {told} … {n|place} in all',
  '还不能下发：{told}': 'It cannot be dispatched yet: {told}',
  '校核、下发方案由指挥部办公室办理；您可以查看，不能改动。':
    'The headquarters office reviews and dispatches plans; you may look, not change.',
  '找不到这份方案的校核；请检查链接。': 'The review of this plan was not found; check the link.',
  '这份方案已经下发，不能再校核；需要调整的，请上传修订文本。':
    'The plan was dispatched and is reviewed no more; to change it, upload a revised text.',
  '这份方案的校核已经作废；如需继续，请重新上传文件。':
    'The review of this plan was abandoned; to go on, upload the file again.',
  '所选任务中有已被合并或不存在的；请刷新后重新选择。':
    'One of the tasks chosen was merged or is gone; load the page again and choose anew.',
  '任务 {name} 刚刚被他人改动；请核对最新内容后重新办理。':
    'Somebody has just changed task {name}; look at what it says now and act anew.',
  '表格中的任务按行识别，不能改划原文；请直接更正各栏内容。':
    'Tasks of a table are read by rows, and their text is not marked anew; correct the columns instead.',
  '所选原文的起点应在终点之前。': 'What is marked of the text has to begin before it ends.',
  '所选原文超过 {n} 字；一项任务请只选它自己的段落。':
    'More than {n|character} are marked; mark only the paragraphs of one task.',
  '所选位置没有文字，或超出了原文；请在原文中重新选择。':
    'There is no text at that place, or it is outside of the text; choose anew.',
  '从文件中识别出 {n} 项任务，超过 {n2} 项，不像是一份方案；请核对文件，确有这么多的请拆分后上传。':
    '{n|task} read from the file, more than {n2}: that does not look like a plan. Check the file; where it has as many, upload it in parts.',
};

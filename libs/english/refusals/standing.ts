import type { Phrases } from '../phrases.js';

/** What is refused about scores, schemes, assessments, products and publications. */
export const STANDING_REFUSALS: Phrases = {
  // schemes
  '只有绩效办可以启用考核办法。': 'Only the assessor can put a scheme in force.',
  '请写明启用（或更换）考核办法的依据。': 'Say on what the scheme, or its change, is based.',
  '“{name}”第{n}版已经存在，内容不同；改动过的办法须提高版本号（version）。':
    'Version {n} of "{name}" is there and says something else; a changed scheme needs a higher version.',
  '“{name}”第{n}版已经在用。': 'Version {n} of "{name}" is in force already.',
  '还没有启用考核办法。': 'No scheme is in force yet.',
  '还没有启用考核办法，无从比较；请先用 npx luoshi score adopt 启用一份。':
    'No scheme is in force, so there is nothing to compare with; put one in force with npx luoshi score adopt.',
  '还没有启用考核办法，无从比较；请先启用一份。':
    'No scheme is in force, so there is nothing to compare with; put one in force first.',
  '还没有启用考核办法；请先用 npx luoshi score adopt 启用一份（例如 seeds/scoring/default.yaml）。':
    'No scheme is in force; put one in force with npx luoshi score adopt (such as seeds/scoring/default.yaml).',
  '没有这一版考核办法。': 'There is no such version of the scheme.',
  '试算的办法有误：\n{told}': 'The scheme to try is not valid: {told}',
  '考核办法有误：\n{told}': 'The scheme is not valid: {told}',
  '有 {n} 条提示须先处理，或写明仍要启用的理由：\n{told}':
    '{n|warning} to settle first, or say why it is put in force all the same: {told}',
  '{of}：应是一个数。': '{of}: a figure is wanted.',
  '{of}：请写明任务编号，例如 {name}。': '{of}: give the number of the task, as in {name}.',
  '{of}：办法里没有这一项。': '{of}: the scheme has no such item.',
  '可改的有：{list}。': 'There can be changed: {list}.',
  '{of}：“{word}”能改的是各项的分值，本部分随之合计。':
    '{of}: of "{word}" the marks of its items can be changed; the part adds them up.',
  '{of}：“{word}”能改的是{list}。': '{of}: of "{word}" can be changed: {list}.',
  '核实不实 {n} 分，其他单次扣分最多 {n2} 分：把没有办好的报成办好的，应当扣得最重，否则鼓励虚报':
    '{n|point} off where it was found untrue, up to {n2} for something else: to report as done what was not has to cost most, or false reports are encouraged',
  '这个单位在这段时间里没有可以计分的事项。': 'In this time the unit has nothing to be scored.',
  // points
  '只有绩效办可以加分、评定。': 'Only the assessor can give points or ratings.',
  '不能给本单位加分、评定；绩效办所在单位不由绩效办评分。':
    'You cannot give points or ratings to your own unit, which the assessor does not score.',
  '请写明加分（评定）的理由。': 'Say why the points (the rating) are given.',
  '找不到所选单位。': 'The unit chosen was not found.',
  '现行考核办法没有加分项。': 'The scheme in force has no bonus.',
  '现行考核办法没有由绩效办评定的“{word}”。': 'The scheme in force has no "{word}" for the assessor to rate.',
  '分值应在 0 到 {n} 之间，最多两位小数。': 'The points are from 0 to {n}, with two decimals at most.',
  '“{word}”须写明佐证（文件、文号或材料名称）后再录入。':
    '"{word}" needs its evidence (a document, its number, or what material) before it is entered.',
  '只有绩效办可以撤回加分、评定。': 'Only the assessor can take back points or ratings.',
  '不能撤回对本单位的加分（评定）；请由绩效办其他单位的人员办理。':
    'You cannot take back points (a rating) of your own unit; somebody of the assessor from another unit has to.',
  '找不到这项加分（评定），或已经撤回。': 'The points (the rating) were not found, or taken back already.',
  '只有绩效办可以存档考核结果。': 'Only the assessor can keep results.',
  '请写明存档的用途，例如“{what}”。': 'Say what it is kept for, such as "{what}".',
  '截止日期早于起始日期；请核对。': 'The last day is before the first; check them.',
  // assessments
  '找不到这次考核。': 'The assessment was not found.',
  '这次考核已被他人更新；请刷新后再办理。': 'Somebody has changed the assessment; load it again, then act.',
  '考核由绩效办组织：只有绩效办可以办理这一步。':
    'The assessor holds assessments: only the assessor can take this step.',
  '考核由绩效办组织：只有绩效办可以公布预览。':
    'The assessor holds assessments: only the assessor can publish a preview.',
  '这次考核{word}，不能再改动；需要更正的，撤回后重新组织。':
    'The assessment cannot be changed any more ({word}); to correct it, withdraw it and hold it anew.',
  '这次考核已经撤回。': 'The assessment was withdrawn already.',
  '找不到这件异议。': 'The objection was not found.',
  '这件异议已经裁定；裁定不能更改，确需更正的，撤回考核后重新组织。':
    'The objection was decided, which stays; where it has to be corrected, withdraw the assessment and hold it anew.',
  '不能裁定本单位的异议；绩效办所在单位不由绩效办评分。':
    'You cannot decide an objection of your own unit, which the assessor does not score.',
  '请写明裁定的理由。': 'Say why it is decided so.',
  '“{word}”已是满分（没有扣分），没有可以调整的分值；请驳回并说明。':
    '"{word}" has full marks (nothing was taken off), so there is nothing to adjust; refuse, and say why.',
  '支持异议须写明调整几分：大于 0，最多 {n} 分（“{word}”到满分或不扣分为止），最多两位小数。':
    'To uphold it, say by how many points: more than 0, {n} at most (then "{word}" has full marks or nothing off), with two decimals at most.',
  '异议期到{day}为止；期满以后才能确定结果。':
    'Objections may come until {day}; the result is made final after that.',
  '还有{n}件异议没有裁定（{list}）；逐件裁定后再确定结果。':
    '{n|objection} not decided yet ("{list}"); decide each before the result is made final.',
  '按公示当日的记录和办法重新计算，结果与公示的不同；请管理员核查记录后，撤回这次考核重新组织。':
    'Reckoned again by the record and scheme of the day of the preview, the result is another one; have the administrator look at the record, then withdraw the assessment and hold it anew.',
  '异议由单位对本单位的得分提出：请由本单位负责人或联络员办理。':
    "A unit objects to its own score: the unit's head or liaison does it.",
  '异议期已于{day}截止，不能再提出异议。': 'Objections could come until {day}; none can be made any more.',
  '本单位不在这次考核之内。': 'Your unit is not in this assessment.',
  '绩效办所在单位不由绩效办评分，其得分不参加排名，也不裁定异议。':
    "The assessor's own unit is not scored by it: its score is not ranked, and no objection to it is decided.",
  '得分里没有这一项；请从列出的各项中选择。': 'The score has no such item; choose one of those listed.',
  '请写明哪里不对、为什么。': 'Say what is wrong, and why.',
  '请写明佐证：文件、文号或材料的名称，至少一项。':
    'Give evidence: a document, its number, or the name of some material; one at least.',
  '对“{word}”已有一件异议在等待裁定；请等裁定后再说。':
    'An objection to "{word}" waits for a decision; wait for that first.',
  '所指的记录不在这一项的依据之中。': 'The record that is meant is not among the grounds of this item.',
  '考核期应写成 2024、2024-H1、2024-Q3 或 2024-05。':
    'Write the period as 2024, 2024-H1, 2024-Q3 or 2024-05.',
  '{word}还没有开始，没有可以考核的内容。': '{word} has not begun; there is nothing to assess.',
  '{word}的考核已经公布；需要重新组织的，先撤回它。':
    'The assessment of {word} was published; withdraw it first to hold it anew.',
  '{word}没有任何单位有可以计分的事项。': 'In {word} no unit has anything to be scored.',
  '异议期应为 1 至 30 个工作日。': 'Objections may come for 1 to 30 working days.',
  '日历还不知道异议期满那一年的工作日安排，不能确定截止时间：{told}':
    'The calendar does not know the working days of the year in which objections end, so the end cannot be set: {told}',
  '年终考核的结果还没有确定：请先在“考核得分”页公布预览、裁定异议、确定结果，再印发。':
    'The result of the annual assessment is not final: publish the preview on the page "Scores", decide the objections and make it final, then issue it.',
  '这份草稿写于结果确定之前；请退回修改、更新数据后再印发。':
    'The draft was written before the result was final; return it and refresh its figures before it is issued.',
  // products
  '找不到这份产品；它可能不在您的权限范围内。': 'The document was not found; it may not be yours to see.',
  '这份产品不是发给您的，不需要您签收。': 'The document was not sent to you; you need not acknowledge it.',
  '这份产品已被他人更新；请刷新后再办理。': 'Somebody has changed the document; load it again, then act.',
  '这份产品现为“{word}”，您不能对它“{word2}”：由拟制它的办公室按步骤办理，须两人经办的由另一人印发。':
    'The document is "{word}", and you may not take the step "{word2}": the office that drafts it takes its steps, and where two are needed another person issues it.',
  '这一期没有可以写的内容。': 'There is nothing to write about this period.',
  '这一期没有可以写的内容：没有任务，或这一期还没有开始。':
    'There is nothing to write about this period: it has no tasks, or has not begun.',
  '印发这份产品同时办结一项职责，须由承担该职责的人员印发。':
    'To issue this does a duty as well; whoever owes the duty has to issue it.',
  '这类产品由负责它的办公室拟制。': 'Such a document is drafted by the office that answers for it.',
  '这类产品不由这里拟制：台账请到“台账”页下载，文书由督办阶梯拟制。':
    'Such a document is not drafted here: download ledgers from the page "Ledgers"; notices are drafted by the ladder.',
  '这份产品里没有这个数字；它可能已随数据更新去掉。':
    'The document has no such figure; it may have gone when the figures were refreshed.',
  '这份产品没有挂图：方案或行动的调度单、月通报和季讲评才有。':
    'The document has no wall chart: dispatch briefs, monthly bulletins and quarterly reviews of a plan or action have one.',
  // publication
  '只有公示向社会公开；这份产品不公开。': 'Only publications go to the public; this document does not.',
  '这份公示还不能对外公开：{told}。': 'The publication cannot go to the public yet: {told}.',
  '这份公示没有一项经核实的任务，公众看到的网页上不列任何任务；确认仍要公开的，请确认后再印发。':
    'Not one verified task is in this publication, and the public page will list none; to publish it all the same, confirm that and issue it again.',
  '文中的数字“{what}”不在可公开之列，请退回修改，把它去掉':
    'the figure "{what}" is not one that may be public: return it and take it out',
  '现行规则不公开“{what}”，请退回后更新数据，或改写':
    'by the rules in force "{what}" is not public: return it and refresh the figures, or rewrite',
  '文中列有现在不属于核实属实的任务，请退回后更新数据':
    'it lists a task that is not verified as true now: return it and refresh the figures',
  '文中有个人号码（{what}），请退回修改，把它去掉':
    "it has a person's number ({what}): return it and take it out",
};

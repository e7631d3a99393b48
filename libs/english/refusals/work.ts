import type { Phrases } from '../phrases.js';

/** What is refused about tasks, filing, duties, evidence, notices, ladders and verification. */
export const WORK_REFUSALS: Phrases = {
  // anything
  '您的岗位无权办理此事项；如需办理，请联系指挥部办公室核对岗位授权。':
    'Your posts may not do this; where they should, ask the headquarters office to check what was granted.',
  '当前状态下不能办理此事项；请刷新页面，查看最新状态和可办事项。':
    'Its present state does not allow this; load the page again for its state and what can be done.',
  '没有“{what}”这一事项。': 'There is no such act as "{what}".',
  '找不到该事项；它可能已被移除，或不在您的权限范围内。':
    'The matter was not found; it may have been removed, or is not yours to see.',
  '找不到这一事项；它可能已被移除，或不在您的权限范围内。':
    'The matter was not found; it may have been removed, or is not yours to see.',
  '该事项刚刚有新的变化；请刷新后，在最新内容上重新办理。':
    'The matter has just changed; load it again and act on what it says now.',
  '请写明理由后再提交。': 'Give the reason, then send it.',
  // tasks
  '所选单位中有不在名录内的，或是统称（如“{name}”）；请逐一选定具体单位。':
    'One of the units chosen is not in the directory, or is a group (such as "{name}"); choose each unit by itself.',
  '所选单位中有不在名录内的，或是统称；请逐一选定具体单位。':
    'One of the units chosen is not in the directory, or is a group; choose each unit by itself.',
  '请选定所等待的一个单位。': 'Choose the one unit that is waited for.',
  '这一关不由您的岗位审核；请由本关审核单位办理。':
    'This gate is not yours to review; its own reviewers have to do it.',
  '不能审核本人提出的办结申请；请由本关其他人员办理。':
    'You asked for this closure yourself; somebody else at this gate has to review it.',
  '更正后的进度应是 {n} 到 {n2} 的百分数。': 'The corrected progress is a percentage from {n} to {n2}.',
  '请说明更正情况和原因。': 'Say what is corrected, and why.',
  '请写明修订依据后再提交。': 'Say on what the revision is based, then send it.',
  '不能审核本人填报的内容；请由专班办公室其他人员审核。':
    'You filed this yourself; somebody else of the task-force office has to review it.',
  '请写明退回理由后再提交。': 'Say why it is returned, then send it.',
  '找不到所选方案或行动。': 'The plan or action chosen was not found.',
  '找不到所选方案。': 'The plan chosen was not found.',
  '找不到这份方案。': 'The plan was not found.',
  '找不到这项任务。': 'The task was not found.',
  '找不到该任务。': 'The task was not found.',
  '找不到这一任务；它可能不在您的权限范围内。': 'The task was not found; it may not be yours to see.',
  '您的岗位无权以此来源新建任务；请由指挥部办公室办理。':
    'Your posts may not make a task from this source; the headquarters office does.',
  '请写明完成时限；现行规则没有规定这一来源的任务时限。':
    'Give a deadline; the rules in force set none for tasks from this source.',
  '任务未能建立。': 'The task could not be made.',
  '请写明任务名称、内容和来源（何人何时批示，或何次会议）。':
    'Give the title, the text and the source (whose instruction and when, or which meeting).',
  '请写明任务名称。': 'Give the title of the task.',
  '下发前须指定牵头单位。': 'Assign a lead unit before it is dispatched.',
  '完成时限不能早于今天。': 'The deadline cannot be before today.',
  '拆分至少为两项任务。': 'A task is split into two at least.',
  '合并至少选两项任务。': 'Choose two tasks at least to merge.',
  '请写明新任务的名称。': 'Give the new task a title.',
  '任务正在申请办结；请先退回办结申请。': 'Closure of the task is asked for; return that first.',
  '只能合并同一行动中的任务。': 'Only tasks of one action can be merged.',
  '请选择填报频次。': 'Choose a reporting cadence.',
  '请选择怎样调整填报频次。': 'Choose how the reporting cadence is changed.',
  '这样调整后填报频次不变；请核对任务现有的频次。':
    'That would not change the cadence; look at the cadences that the task has.',
  '请选定名录内的两个具体单位。': 'Choose two single units of the directory.',
  '所选任务中有 {n} 项已不由该单位承担，或已办结、撤销，没有转接任何一项；请刷新后重新选择。':
    '{n|task} chosen are not with the unit any more, or closed or withdrawn; none was passed on. Load the page again and choose anew.',
  '{list}在您查看之后有了变化，没有转接任何一项；请刷新后重新查看。':
    '{list} changed after you looked; none was passed on. Load the page again and look anew.',
  // notices
  '请写明原因和整改措施后再提交。': 'Give the cause and the remedy, then send it.',
  '这份文书所督办的事项已经办理或撤销，不能再办理。':
    'What the notice is about is done or withdrawn; nothing more can be done with it.',
  '找不到这份文书。': 'The notice was not found.',
  '这份文书已经取消（所督办的事项已办理），不能签发。':
    'The notice was cancelled (what it is about was done) and cannot be issued.',
  '这份文书须经指挥长同意后才能签发；请先报请审定。':
    'The commander has to agree to this notice before it is issued; ask for that first.',
  '这份文书不需要指挥长同意，或者已经同意，可直接签发。':
    'This notice needs no agreement of the commander, or has it; it can be issued.',
  '文书由被督办单位签收；您的岗位不属于该单位。':
    'The unit that the notice is for acknowledges it; your posts are not of that unit.',
  '这份文书尚未签发，不能签收。': 'The notice was not issued yet and cannot be acknowledged.',
  // filing
  '找不到这一填报批次。': 'The sitting was not found.',
  '找不到这一项填报。': 'The report owed was not found.',
  '{word}的填报窗口尚未打开，或已不需填报。':
    'Filing for {word} is not open yet, or is not asked for any more.',
  '{word}已经填报，无需重复提交。': '{word} was filed already; it need not be sent again.',
  '提交内容中有不属于本批次、或当前不需填报的事项；请刷新后重新填报。':
    'Something sent is not of this sitting, or is not owed now; load the page again and file anew.',
  '还有{n}项任务没有填写；一个批次须一并提交。': '{n|task} left empty; a sitting is filed whole.',
  '有{n}项任务没有写明进展；确无变化的，请选“无变化”。':
    '{n|task} without words on progress; where nothing changed, choose "No change".',
  '有{n}项任务是首次填报，没有上期可比，不能选“无变化”并填写进度。':
    '{n|task} filed for the first time, with no period before to compare: "No change" with progress cannot be chosen.',
  '已连续填报“无变化”{n}期；本期请写明进展情况。':
    '"No change" was filed for {n|period} in a row; write what was done this time.',
  // duties
  '{word}尚未到办理时间。': '{word} cannot be done yet.',
  '{word}已经办理，无需重复提交。': '{word} was done already; it need not be sent again.',
  '{word}已记为缺报，请在本期一并说明。':
    '{word} counts as missed; say what belongs to it in the present period.',
  '{word}已不需办理。': '{word} is not asked for any more.',
  '会议日期不能晚于今天：开过之后再来记录。':
    'The day of the meeting cannot be after today: record it when it was held.',
  '会议日期早于{word}；这一期的调度会须在当期召开。':
    'The meeting was held before {word}; the meeting of a period is held in it.',
  '只有任务的牵头单位可以向配合单位要材料。':
    "Only a task's lead unit can ask supporting units for material.",
  '现行规则没有“配合材料”这一项，不能向配合单位要材料。':
    'The rules in force know no supporting material; it cannot be asked for.',
  '请写明要什么材料。': 'Say what material is wanted.',
  '任务不在推进中，不能要材料。': 'The task is not in progress; material cannot be asked for.',
  '所选单位不是这项任务的责任（配合）单位。': 'The unit chosen does not support this task.',
  '找不到这一材料要求。': 'What was asked for was not found.',
  '只有提出要求的牵头单位可以撤回。': 'Only the lead unit that asked can take it back.',
  '只有指挥部办公室和督查室可以临时要求报送材料。':
    'Only the headquarters office and the supervision office can ask for a report out of turn.',
  '请写明要报送什么。': 'Say what is to be reported.',
  '报送时限须晚于现在。': 'It has to be due later than now.',
  '任务不在推进中，不能要求报送材料。': 'The task is not in progress; no report can be asked for.',
  '所选单位不是这项任务的牵头或责任单位。': 'The unit chosen neither leads nor supports this task.',
  '距{day}不足{n}个工作小时，须写明批准人；或把时限改晚。':
    'There are less than {n|working hour} until {day}: name who approves, or make it due later.',
  '批准人不能是提出要求的本人。': 'Who asks cannot approve it as well.',
  '所选批准人没有批准的职责；须为指挥部办公室、副指挥长或指挥长。':
    'The person chosen may not approve; it has to be the headquarters office, a deputy commander or the commander.',
  '找不到这次调度会的记录。': 'The record of the meeting was not found.',
  '会议记录中没有这一项议定事项。': 'The record of the meeting has no such decision.',
  '这次会议还没有记录；请先提交会议记录。': 'The meeting has no record yet; file it first.',
  // evidence
  '佐证材料由任务的牵头、配合单位和专班、指挥部办公室、督查室上传。':
    "Evidence is uploaded by the task's lead and supporting units, its task force, the headquarters office and the supervision office.",
  '找不到这次填报，或不是本单位的填报。': "The report was not found, or is not your unit's.",
  '这份文件已依法删除，不能再次上传。': 'This file was erased by law and cannot be uploaded again.',
  '这项任务的佐证材料已有{n}份；请合并后上传，或撤回不用的。':
    'The task has {n|file} of evidence already; join some, or withdraw what is not needed.',
  '找不到这份佐证材料。': 'The evidence was not found.',
  '佐证材料由上传它的单位或办公室撤回。': 'Evidence is withdrawn by the unit or office that uploaded it.',
  '请写明撤回的理由。': 'Say why it is withdrawn.',
  '这份佐证材料已经撤回。': 'The evidence was withdrawn already.',
  // ladders
  '请写明暂停的理由。': 'Say why it is paused.',
  '现行规则没有名为“{name}”的阶梯。可用的有：{list}。':
    'The rules in force have no ladder called "{name}". There are: "{list}".',
  '{name}不在可以暂停阶梯的岗位上；请由现行规则 ladderPauses.by 所列岗位决定。':
    '"{name}" holds no post that may pause ladders; the posts under ladderPauses.by of the rules in force decide.',
  '{name}不在可以恢复阶梯的岗位上；请由现行规则 ladderPauses.by 所列岗位决定。':
    '"{name}" holds no post that may resume ladders; the posts under ladderPauses.by of the rules in force decide.',
  '阶梯最长暂停 {n} 个工作日，即{day}至{day2}；请改写截止日期。':
    'A ladder is paused for {n|working day} at most, that is from {day} to {day2}; choose an earlier end.',
  '“{name}”已经处于暂停中；可先恢复，再重新暂停。':
    '"{name}" is paused already; resume it first, then pause it anew.',
  '阶梯“{name}”没有暂停，不必恢复。': 'The ladder "{name}" is not paused; there is nothing to resume.',
  // verification and draws
  '请写明核实理由后再提交。': 'Say why it is verified, then send it.',
  '该单位在这项任务上的填报正在核实，无需重复安排。':
    "The unit's report on this task is being verified already.",
  '按规则须先由第二人录入公开随机数，再抽签。':
    'By the rules a second person enters the public randomness before the draw.',
  '本方案已有一次抽查在进行；请先完成，或说明理由作废后再开新的一次。':
    'A draw of this plan is under way; finish it, or abandon it with a reason, before the next one.',
  '可抽的填报只有{n}项，抽查至少要能抽出一项而又不是必中；请待有更多填报后再抽，或直接点名核实。':
    'Only {n|report} to draw from: one has to be drawn and none be certain. Wait for more, or verify by name.',
  '公开随机数已经录入，不能改动。': 'The public randomness was entered and cannot be changed.',
  '公开随机数须由经办抽查以外的第二人录入。':
    'The public randomness is entered by a second person, who did not prepare the draw.',
  '请写明公开随机数及其出处（人人可查，如某期彩票开奖号码）。':
    'Give the public randomness and its source (that anybody can look up, such as the numbers of a lottery).',
  '请写明作废理由后再提交。': 'Say why it is abandoned, then send it.',
  '找不到这次抽查。': 'The draw was not found.',
  '这次抽查刚刚有新的进展；请刷新后重新办理。': 'The draw has just moved on; load it again and act anew.',
  '名单尚未冻结；请先冻结名单。': 'The list is not frozen yet; freeze it first.',
  '名单已经冻结，不能再冻结一次。': 'The list is frozen already.',
  '这次抽查已经抽签，结果不能改动，也不能再抽。':
    'This was drawn already: the result cannot be changed, nor drawn again.',
  '这次抽查已经作废。': 'This draw was abandoned.',
  '这次抽查尚未抽签，没有可导出的记录。': 'Nothing was drawn yet; there is no record to take out.',
  '找不到这项核实。': 'The verification was not found.',
  '这项核实已有结论，不能改动；需要复核的，请另行安排核实。':
    'It has a finding, which cannot be changed; to look again, order another verification.',
  '请写明核实情况。': 'Write what was found.',
  '结论为部分属实、不实的，请至少列明一项依据（笔录、台账、影像等的编号或存放处）。':
    'Where it is found partly true or untrue, give at least one ground (the number or place of a statement, ledger or picture).',
  '抽查由督查室办理；您的岗位无权办理此事项。':
    'Draws are made by the supervision office; your posts may not do this.',
  '找不到这一方案；它可能已被移除，或不在您的权限范围内。':
    'The plan was not found; it may have been removed, or is not yours to see.',
  '被核实单位的人员不能登记本单位的核实结论；请由督查室其他人员办理。':
    'People of the unit that is verified cannot record the finding; somebody else of the supervision office has to.',
  '不能核实本人填报的内容；请由督查室其他人员办理。':
    'You filed this yourself; somebody else of the supervision office has to verify it.',
  '不能核实由人代本人填报或本人审核通过的填报；请由督查室其他人员办理。':
    'This was filed in your place, or accepted by you; somebody else of the supervision office has to verify it.',
};

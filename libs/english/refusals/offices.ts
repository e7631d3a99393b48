import type { Phrases } from '../phrases.js';

/** What is refused about units, rules, calendars, channels, webhooks and other levels of government. */
export const OFFICE_REFUSALS: Phrases = {
  // units
  '“{name}”没有编号为 {code} 的内设岗位，请核对。': '"{name}" has no desk with the number {code}; check it.',
  '别名至少两个字。': 'Another name has two characters at least.',
  '“{name}”已是“{other}”（或其内设岗位）的名称或别名，一个名称不能指两个单位。如原来的认领有误，请先撤销该别名。':
    '"{name}" is a name of "{other}" (or of a desk of it) already, and a name cannot mean two units. Where that is wrong, take the name back first.',
  '“{name}”已是“{other}”的名称或别名，一个名称不能指两个单位。如原来的认领有误，请先撤销该别名。':
    '"{name}" is a name of "{other}" already, and a name cannot mean two units. Where that is wrong, take the name back first.',
  '没有学到过别名“{name}”，或已经撤销；单位目录文件中的别名请在目录中改。':
    'The name "{name}" was never learned, or was taken back; names of the directory file are changed there.',
  '单位名称至少两个字。': 'The name of a unit has two characters at least.',
  '没有“{what}”这一单位类别，请从类别中选一个。':
    'There is no kind of unit "{what}"; choose one of the kinds.',
  '只有类别为 group 的单位可以有成员。': 'Only a unit of the kind group can have members.',
  '所选成员中有不在单位目录内的，请核对。': 'One of the members chosen is not in the directory; check them.',
  '单位“{name}”已经登记，不能重复登记。': 'The unit "{name}" is registered already.',
  '“{name}”已是“{other}”的名称或别名，不能再登记为新单位。':
    '"{name}" is a name of "{other}" already and cannot be registered as a new unit.',
  '“{name}”已是“{other}”的名称或别名，不能再作别名。':
    '"{name}" is a name of "{other}" already and cannot be another one\'s.',
  '所选单位组不在单位目录中，请核对。': 'The group chosen is not in the directory; check it.',
  '“{name}”是一个单位，不是单位组，不能设置成员。': '"{name}" is a unit, not a group; it has no members.',
  '“{name}”的成员刚刚有人改过；请刷新后，在最新内容上重新设定。':
    'Somebody has just changed the members of "{name}"; load them again and set them anew.',
  '“{name}”本身是单位组，不能作成员；请逐一选定具体单位。':
    '"{name}" is a group itself and cannot be a member; choose each unit by itself.',
  '所选单位中有不在单位目录内的，请先登记。':
    'One of the units chosen is not in the directory; register it first.',
  '请指定承接的单位。': 'Name the unit that takes over.',
  '单位组没有沿革；请改它的成员。': 'A group is not renamed, merged or split; change its members.',
  '“{name}”不能由自己承接。': '"{name}" cannot take over from itself.',
  '拆分至少有两个承接单位。': 'Two units at least take over from one that is split.',
  '更名、合并只有一个承接单位；拆分请选“拆分”。':
    'One unit takes over from one that is renamed or merged; where there are more, choose "Split".',
  '{told}，已经登记；如有误请先撤销。':
    '{told}: that is recorded already; where it is wrong, take it back first.',
  '“{name}”此前已由“{other}”承接，不能再反过来承接。':
    '"{other}" has taken over from "{name}" before; it cannot be the other way round.',
  '该单位没有登记过沿革，或已经撤销。': 'No change of the unit is recorded, or it was taken back.',
  // rules and calendar
  '请写明调整日历的依据，例如通知的名称和文号。':
    'Say on what the change of the calendar is based, such as the title and number of a notice.',
  '日历已由别人调整为第{n}版，您看到的是第{n2}版；请刷新后，在现行日历上重新预览。':
    'Somebody has made the calendar version {n}; you saw version {n2}. Load it again and look at what would change.',
  '文件是日历“{name}”，本辖区用的是“{other}”；请核对文件中的 id。':
    'The file is the calendar "{name}", and the jurisdiction uses "{other}"; check its id.',
  '新日历缺少{list}年，而已有期限按这些年份推算；请把各年都写进文件。':
    'The new calendar lacks {list}, by which deadlines are reckoned already; put every year into the file.',
  '新日历与现行日历完全一样，没有需要调整的内容。':
    'The new calendar is the one in force; there is nothing to change.',
  '日期“{date}”无效：应为存在的日期，写作 2024-04-12。':
    'The date "{date}" is not valid: write one that exists as 2024-04-12.',
  '时间“{time}”无效：应写作 17:30。': 'The time "{time}" is not valid: write it as 17:30.',
  '时刻“{instant}”无效：应为1992年以后的UTC时刻，写作 2024-04-12T09:30:00.000Z。':
    'The moment "{instant}" is not valid: it is in UTC, after 1992, written as 2024-04-12T09:30:00.000Z.',
  '报告期“{key}”无效：应写作 2024-05 中旬、2024-05、2024-Q2、2024-H1、2024 或 2024-W20。':
    'The period "{key}" is not valid: write it as 2024-05 with one of the three thirds of a month, 2024-05, 2024-Q2, 2024-H1, 2024 or 2024-W20.',
  '{n}年的放假日期 {date} 不在该年内，请移到所属年份。':
    'The day off {date} under {n} is not in that year; move it to its own.',
  '{n}年的调休上班日期 {date} 不在该年内，请移到所属年份。':
    'The worked day {date} under {n} is not in that year; move it to its own.',
  '{n}年的放假日期 {date} 重复，请删去一个。': 'The day off {date} stands twice under {n}; delete one.',
  '{n}年的调休上班日期 {date} 重复，请删去一个。':
    'The worked day {date} stands twice under {n}; delete one.',
  '工作时间有误：上午、下午应各自先开始后结束，且互不重叠。':
    'The office hours are not valid: morning and afternoon each begin before they end and do not overlap.',
  '日历 {name} 没有任何年份，请至少写入一年。': 'The calendar {name} has no year; write one at least.',
  '日历 {name} 的年份在 {n} 年之前有缺，请补齐。':
    'Years are missing in the calendar {name} before {n}; fill them in.',
  '调休上班日 {date} 不是周末，请核对通知。': 'The worked day {date} is no weekend; check the notice.',
  '{date} 既列为放假又列为上班，请删去其一。': '{date} is listed both as off and as worked; delete one.',
  '日历 {name}（第{n}版）没有 {n2} 年的工作日安排，无法推算；请先录入该年日历（未公布时可录为暂定）。':
    'The calendar {name} (version {n}) has no working days of {n2}, so nothing can be reckoned; enter that year first (as provisional where it was not announced).',
  '请写明启用新政策的依据，例如通知的名称和文号。':
    'Say on what the new policy is based, such as the title and number of a notice.',
  '这份政策与现行第{n}版完全一样，没有需要启用的内容。':
    'The policy is the same as version {n} in force; there is nothing to adopt.',
  '没有代号为“{name}”的方案；请核对后再启用。':
    'There is no plan with the code "{name}"; check it, then adopt.',
  '请写明把在办事项转到新政策的依据。':
    'Say on what it is based that matters under way go over to the new policy.',
  '没有第{n}版政策；可先用 policy adopt 启用。':
    'There is no version {n} of the policy; adopt it first with policy adopt.',
  '月份应写成 2024-05，起止相距不超过 {n} 个月。': 'Write months as 2024-05, at most {n|month} apart.',
  // channels, letters and addresses
  '渠道、信件和他人的接收地址由系统管理员管理。':
    "Channels, letters and other people's addresses are managed by the system administrator.",
  '没有这个渠道。': 'There is no such channel.',
  '请写明为何暂停。': 'Say why it is paused.',
  '邮箱地址格式不对，例如 {name}。': 'That is no mail address; one looks like {name}.',
  '手机号码应为 {n} 至 {n2} 位数字，可以带国际区号的 +。':
    'A telephone number has {n} to {n2} digits, with the + of a country code if wanted.',
  '回调地址应为完整的网址，例如 {name}。': 'The callback needs a complete URL, such as {name}.',
  '群机器人的地址写在渠道里，个人不单独登记。':
    "A group robot's address is part of its channel; nobody records it for themselves.",
  '渠道已暂停，请先恢复再试发。': 'The channel is paused; resume it first, then try it.',
  '只有邮件渠道和设置了 receipts（回执格式）的短信渠道才能接收回执。':
    'Only mail, and text channels with receipts set, can take receipts.',
  '找不到要重发的信件或渠道。': 'The letter or channel to send again was not found.',
  '只有已停止发送的信件可以重发；验证码请由本人重新获取。':
    'Only letters that were given up can be sent again; for a code, the person asks anew.',
  '没有这个人，或账号已停用。': 'There is no such person, or the account is closed.',
  '没有这个接收地址，或已停用。': 'There is no such address, or it is out of use.',
  '没有这个接收地址，或已停用。请刷新。':
    'There is no such address, or it is out of use. Load the page again.',
  '这个链接无效。': 'The link is not valid.',
  '这个链接已过期。': 'The link has expired.',
  '设置刚刚已有改动，不是您看到的内容；请刷新后重新提交。':
    'The settings have just changed and are not what you saw; load them again and send yours anew.',
  '这个渠道不能由本人登记地址，请联系系统管理员。':
    'Nobody records their own address for this channel; ask the system administrator.',
  '每人最多 {n} 个接收地址，请先停用不用的。':
    'Everybody has {n|address|addresses} at most; take one out of use first.',
  '这个地址已经在用。': 'This address is in use already.',
  '这个地址已经验证过。': 'This address was proven already.',
  '一小时内最多发送 {n} 次验证码，请稍后再试。': 'At most {n|code} are sent in an hour; try again later.',
  '验证码已失效，请重新发送。': 'The code is not valid any more; have it sent again.',
  '验证码不对，还可以再试 {n} 次。': 'The code is wrong; {n|try|tries} left.',
  '按规定必须送达的消息，至少要在一个接收地址上保留。':
    'Messages that the rules demand have to be kept at one address at least.',
  '自选时段应在规定的 {from} 至 {to} 之内。': 'Hours of your own have to be within {from} to {to}.',
  '自选时段不得短于 {n} 小时。': 'Hours of your own cannot be shorter than {n|hour}.',
  '这是通讯录登记的唯一在用地址，不能停用；请先登记并验证自己的地址，或联系系统管理员。':
    'It is the only address of the directory in use and cannot be given up; record and prove one of your own first, or ask the system administrator.',
  '您的岗位不负责电话通知；由谁登记，由督办规则中的“消息送达”规定。':
    'Your posts do not telephone; who does is set by the rules on how messages arrive.',
  '请写明通话对象和通话情况。': 'Say whom you spoke to, and what was said.',
  '这些消息已不在电话通知名单上：可能已阅读，或已由他人登记。请刷新。':
    'These messages are not to be telephoned any more: they were read, or somebody recorded it. Load the page again.',
  '通话时间应在消息发出之后、现在之前。': 'The call was after the message was sent, and before now.',
  '系统按演练时钟运行，不向站外发送任何消息。':
    'The system runs by an exercise clock and sends nothing outside.',
  // webhooks
  '找不到这个订阅；它可能已被删除，或不在您的管理范围内。':
    'The webhook was not found; it may have been deleted, or is not yours to manage.',
  '已有同名的订阅；请换一个名称。': 'There is a webhook of that name; choose another.',
  '没有这个单位，或它是单位组。': 'There is no such unit, or it is a group.',
  '这个订阅刚刚已有改动，不是您看到的内容；请刷新后重新提交。':
    'The webhook has just changed and is not what you saw; load it again and send yours anew.',
  '这个订阅已经暂停。': 'The webhook is paused already.',
  '订阅已暂停；恢复后再发测试事件。': 'The webhook is paused; resume it, then send a test event.',
  '该时间以来没有事件。': 'There is no event since then.',
  '游标 {n} 之后的事件还没有推送过；现推送到 {n2}。':
    'Nothing after cursor {n} was delivered yet; it stands at {n2}.',
  '找不到这次推送，或它正在发送。': 'The delivery was not found, or is being sent.',
  '事件订阅由系统管理员管理；本单位系统的订阅也可由本单位负责人管理。':
    "The system administrator manages webhooks; those of a unit's own systems its head may manage too.",
  // other levels
  '您的岗位无权在这份方案中承接上级交办。': 'Your posts may not adopt a task from above in this plan.',
  '完成时限不能早于今天；上级时限已过的，请另定并说明理由。':
    "The deadline cannot be before today; where the upper level's has passed, set another and say why.",
  '完成时限晚于上级交办的时限（{date}），须写明理由，并随承接一并报告上级。':
    'The deadline is later than that of the upper level ({date}): say why; it is reported to them as well.',
  '下级没有待答复的询问。': 'The lower level has asked nothing that waits for an answer.',
  '请写明答复。': 'Write the answer.',
  '这次交办已经退回或收回。': 'This was declined or recalled already.',
  '请写明收回的理由。': 'Say why it is recalled.',
  '找不到这次交办。': 'What was handed down was not found.',
  '交办由指挥部办公室或牵头单位负责人办理。':
    'The headquarters office or the head of the lead unit hands tasks down.',
  '交办下级由指挥部办公室或牵头单位负责人办理。':
    'The headquarters office or the head of the lead unit hands tasks down.',
  '这次交办刚刚有新的变化；请刷新后重新办理。': 'This has just changed; load it again and act anew.',
  '请写明退回的理由。': 'Say why it is declined.',
  '已向上级询问，等候答复。': 'The upper level was asked; wait for the answer.',
  '请写明要问的事。': 'Say what you ask.',
  '{name} 不是本辖区的直接下级；请从所列下级中选择。':
    '"{name}" is not directly below this jurisdiction; choose one of those listed.',
  '这项任务已交办{list}，尚未退回或收回，不能重复交办。':
    'The task was handed down to "{list}" and neither declined nor recalled; it cannot be handed down again.',
  '该任务刚刚有新的变化；请刷新后，在最新内容上重新办理。':
    'The task has just changed; load it again and act on what it says now.',
  '任务已下发、尚未办结时才能交办下级。':
    'A task is handed down after it was dispatched and before it is closed.',
  '请写明交办要求。': 'Say what is asked of the lower level.',
  '请选择交办给哪些下级，每个一次。': 'Choose to whom it is handed down, each once.',
  '交办时限不能晚于本级任务的完成时限（{date}）。':
    "It cannot be due later than the task's own deadline ({date}).",
  '交办时限不能早于今天。': 'It cannot be due before today.',
  '找不到这件上级交办。': 'The task from above was not found.',
  '上级交办由指挥部办公室承接、退回或询问。':
    'The headquarters office adopts, declines or asks about tasks from above.',
  '这件上级交办刚刚有新的变化；请刷新后重新办理。':
    'The task from above has just changed; load it again and act anew.',
  '这件上级交办已经承接、退回，或已被上级收回。':
    'The task from above was adopted, declined or recalled already.',
  '没有代码为 {name} 的辖区；请先用 npx luoshi district found 建立。':
    'There is no jurisdiction with the code {name}; found it first with npx luoshi district found.',
  '上级的级别必须高于本辖区（省、市、县区、乡镇依次），不能挂在同级、下级或自己名下。':
    'The jurisdiction above has to be of a higher level (province, prefecture, county, township), not of the same or a lower one, nor itself.',
  '本辖区名下有同级或更高级别的辖区；请先调整那些辖区。':
    'Jurisdictions of the same or a higher level stand below this one; move those first.',
  '没有代码为 {name} 的辖区。': 'There is no jurisdiction with the code {name}.',
  '按代码 {name} 应为{word}，不是{word2}；确有例外的请加 --despite-code。':
    'By its code {name} is a "{word}", not a "{word2}"; where it is an exception, add --despite-code.',
  '按代码，{name} 不在 {other} 之内；确有例外（如开发区）的请加 --despite-code。':
    'By its code {name} is not within {other}; where it is an exception (such as a development zone), add --despite-code.',
  // the request
  '没有找到表头：应有“单位名称”一列，另可有简称、类别、姓名、职务、账号等列。请按此整理后再导入。':
    'No heads of columns were found: there is one for the name of the unit, and may be others for its short name, kind, person, post, user name. Set it so, then import again.',
  '一次最多导入 {n} 行，请分几次导入。': 'At most {n|row} are imported at once; import in several steps.',
  'fields 中没有这样的字段：{list}；可用：{list2}。':
    'fields has no such member: {list}; there are: {list2}.',
  '所选字段在{word}的表格中都没有对应的列；可用：{list}。':
    'None of the members chosen has a column in the table of "{word}"; there are: {list}.',
  '请求正文应为文件本身（application/octet-stream），不是 JSON。':
    'The body is the file itself (application/octet-stream), not JSON.',
  '文件没有传完就断开了，请重新上传。': 'The connection ended before the file was sent; upload it again.',
  '请求过于频繁，请 {n} 秒后再试。': 'Too many requests; try again in {n|second}.',
  '没有“{key}”的台账：该方案或报告期不存在。':
    'There is no ledger of "{key}": the plan or the period does not exist.',
  '本系统服务多个辖区，唤醒队列由各辖区共用，请由服务器管理员用 npx luoshi queue 办理。':
    'The system serves several jurisdictions, which share the queue; the server administrator manages it with npx luoshi queue.',
};

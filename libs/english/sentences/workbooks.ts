import type { Phrases } from '../phrases.js';

/** What is said of a workbook that came back, row by row (`libs/products/ledgers/fill-in`), or as a whole. Its columns are called in Chinese. */
export const WORKBOOKS: Phrases = {
  '与第 {n} 行是同一事项而内容不同，请只留一行。':
    'The same matter as row {n}, with other content; leave one of them.',
  '这一事项不在您可填报的范围内，或者已不存在。': 'This is not yours to file, or there is no such matter.',
  '应由{name}的联络员或负责人填报。': 'The liaison or head of {name} files it.',
  '下载本表以后，这一项已经填报并退回。请对照修改，从退还的表中再次上传。':
    'After this was downloaded, it was filed and returned. Compare and change it, and upload it from the table that was given back.',
  '下载本表以后，这一项已经填报并退回（{reason}）。请对照修改，从退还的表中再次上传。':
    'After this was downloaded, it was filed and returned ({reason}). Compare and change it, and upload it from the table that was given back.',
  '{name}已于{day}填报（进度 {n}%），与本行不同，已填报的没有改动。确需更正，请商专班办公室退回后重报。':
    '{name} filed it on {day} (progress {n}%), not as in this row; what was filed is unchanged. To correct it, ask the task-force office to return it.',
  '{word}已过补报时限，按缺报记；有关内容请写入下一期填报。':
    '{word}: too late to file, it counts as missed; put what belongs to it into the next report.',
  '{word}的填报窗口尚未打开。': '{word}: filing is not open yet.',
  '{word}这一项已不需填报。': '{word}: this is not asked for any more.',
  '没有填写“{what}”。': '"{what}" is empty.',
  '没有写明“{what}”；确无变化的，请在“{other}”填“是”。':
    '"{what}" is empty; where nothing changed, enter "是" under "{other}".',
  '低于上期的 {n}%。': 'Below the {n}% of the period before.',
  '本任务没有第 {n} 项指标，请清空“{what}”。': 'The task has no indicator {n}; empty "{what}".',
  '首次填报没有上期可比，不能填“无变化”，请写明进度和进展。':
    'The first report has no period before to compare: it cannot say "无变化"; give progress and words.',
  '已连续 {n} 期填“无变化”，本期请写明进展。':
    '"无变化" for {n|period} in a row; write what was done this time.',
  '填了“无变化”，进度却由 {n}% 改为 {n2}%。请改填“否”并写明进展，或清空进度。':
    'It says "无变化", but progress goes from {n}% to {n2}%. Enter "否" with words on progress, or empty the progress.',
  '公式出错（{text}），请改填数值或文字。': 'The formula fails ({text}); enter a value or words.',
  '公式没有计算结果，请改填数值，或用办公软件打开、保存后再上传。':
    'The formula has no result; enter a value, or open and save the file in an office program, then upload it.',
  '成了日期（{text}），请把单元格改为数字格式后重填，如 45。':
    'It became a date ({text}); make the cell a number and enter it again, such as 45.',
  '成了日期（{text}），请把单元格改为数字格式后重填。':
    'It became a date ({text}); make the cell a number and enter it again.',
  '“{text}”不是百分数，请填 0 到 100 之间的数字，如 45。':
    '"{text}" is no percentage; enter a number from 0 to 100, such as 45.',
  '“{text}”按 {n}% 读取；确为不足 1% 的，请写上百分号。':
    '"{text}" is read as {n}%; where it is less than 1%, write the percent sign.',
  '“{text}”超出范围，进度应在 0 到 100 之间。': '"{text}" is out of range; progress is from 0 to 100.',
  '“{text}”不在可选范围，请填“是”或“否”。': '"{text}" is none of the choices; enter "是" or "否".',
  '“{text}”不是数字，请只填数字。': '"{text}" is no number; enter the number alone.',
  '“{text}”不是数字，请只填数字（单位：{unit}）。':
    '"{text}" is no number; enter the number alone (in {unit}).',
  '“{text}”过大，请核对单位。': '"{text}" is too large; check its unit.',
  '写了 {n} 字，超过 {n2} 字，请压缩或作为佐证材料上传。':
    '{n|character} are more than {n2}; shorten it, or upload it as evidence.',
  // as a whole
  '这份台账由其他版本的系统生成，请重新下载，把填好的内容粘贴过去后再上传。':
    'The ledger was made by another version of the system; download it again, paste what you filled in, and upload that.',
  '这不是从本系统下载的台账，或者随附的标识表已被删除（复制到新文件也会丢失）。请下载台账，把填好的内容粘贴过去后再上传。':
    'This is no ledger of this system, or its sheet of marks was deleted (it is lost in a copy as well). Download the ledger, paste what you filled in, and upload that.',
  '这份台账是从另一套系统或其他区划下载的，不能在这里上传。请到原系统上传。':
    'The ledger comes from another system or jurisdiction and cannot be uploaded here; upload it there.',
  '台账随附的标识已被改动，无法核对。请重新下载，把填好的内容粘贴过去后再上传。':
    "The ledger's marks were changed and cannot be checked. Download it again, paste what you filled in, and upload that.",
  '这份台账（{word}，{list}）不是您单位的，没有读取。请选择本单位的台账。':
    'The ledger ({word}, "{list}") is not your unit\'s and was not read. Choose that of your own unit.',
  '这份台账是{word}的，与当前的填报批次不符。请选择本期的台账，或到相应批次上传。':
    'The ledger is that of {word}, not of this sitting. Choose that of the period, or upload it at its own sitting.',
};

import type { Phrases } from '../phrases.js';

/** What is refused, or told row by row, of reports that go to the unit's head first (负责人审签). */
export const SIGN_OFF_REFUSALS: Phrases = {
  '本单位的填报须经负责人审签，没有直接报出；请送负责人审签。':
    'What this unit reports needs its head’s signature; nothing was filed. Send it to the head.',
  '填报由本单位的联络员或负责人送审。': 'The unit’s own liaison or head sends reports for signature.',
  '本单位没有开启负责人审签，请直接提交。': 'The unit does not want its head’s signature; file it.',
  '您是本单位负责人，直接提交即可，不必送审。':
    'You are the head of the unit: file it, it needs no signature.',
  '本单位负责人空缺，无人审签，请直接提交。': 'Nobody is the head of the unit; file it.',
  '有{n}项任务连续填报“无变化”已达上限，这一次须写明进展。':
    '"No change" was said as often in a row as is allowed for {n} of the tasks; this time words are needed.',
  '请写明退回意见。': 'Say what is to be changed.',
  '送审的填报由本单位的联络员或负责人撤回。': 'The unit’s own liaison or head takes it back.',
  '送审的填报由本单位负责人退回。': 'The head of the unit returns it.',
  '送审的填报由本单位负责人审签。': 'The head of the unit signs it.',
  '有{n}项已不在待审签之列；请刷新后再办。':
    '{n} of them do not wait for signature any more; load the page again.',
  '其中{n}项是您本人送审的，代办不能审签；请由负责人本人审签。':
    '{n} of them you sent yourself: who acts for the head does not sign those; the head has to.',
  '找不到这个单位。': 'The unit was not found.',
  '负责人审签由本单位负责人本人开启或关闭，代办不能办理。':
    'The head of the unit turns this on and off in person; who acts for them does not.',
  // row by row
  '这一项已被撤回或退回，没有审签。': 'It was taken back or returned, and is not signed.',
  '已过补报时限，按缺报记，没有报出；所填内容已留存。':
    'It can be made good no longer and counts as missed: not filed. The text is kept.',
  '任务已暂缓、办结、撤销或改由他人承担，本期不再要求填报，没有报出；所填内容已留存。':
    'The task is suspended, closed, withdrawn or another’s, and nothing is owed for this period: not filed. The text is kept.',
  '这一项已经填报，没有报出；所填内容已留存。': 'It was filed already: not filed again. The text is kept.',
  '这一项已不需填报，没有报出；所填内容已留存。': 'It is owed no longer: not filed. The text is kept.',
  '送审以后这一项已另行填报，没有报出；请退回联络员核对。':
    'It was filed otherwise since it was sent: not filed. Ask the liaison to compare.',
  '这一项已送审，待负责人审签，没有改动；要改的，请先撤回。':
    'The unit’s head has it for signature, and it was left as it is; take it back to change it.',
};

import { entry } from './entry.js';

/** What is refused of reports that go to the unit's head first (负责人审签). */
export const SIGN_OFF_PROBLEMS = {
  SignOffWanted: entry(
    409,
    ['须经负责人审签', 'The unit’s head has to sign first'],
    [
      '本单位的填报须经负责人审签，没有直接报出。请用“送审”（sendForSignOff）。',
      'This unit’s reports go out once its head has signed them; nothing was filed. Send them for signature (sendForSignOff).',
    ],
  ),
  SignOffNotWanted: entry(
    409,
    ['不须负责人审签', 'No signature is needed'],
    [
      '本单位没有开启负责人审签、负责人空缺，或者填报人就是负责人：请直接提交（fileSitting）。',
      'The unit does not want it, nobody is its head, or the head is who files: file it (fileSitting).',
    ],
  ),
  SignOffNotWaiting: entry(
    409,
    ['已不在待审签之列', 'It does not wait for signature any more'],
    [
      '所选填报已被撤回、退回或审签。请刷新后再办。',
      'It was taken back, returned or signed meanwhile. Read the sitting again.',
    ],
  ),
  OwnSignOff: entry(
    403,
    ['代办不能审签本人送审的填报', 'Who acts for the head does not sign what they sent'],
    ['请由负责人本人或另一位代办人审签。', 'The head, or somebody else who acts for them, has to sign it.'],
  ),
} as const;

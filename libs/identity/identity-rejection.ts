/** Why an act of identity was refused: a stable code and words for the person. */
export interface IdentityRejection {
  code: IdentityRejectionCode;
  message: string;
}
export type IdentityRejectionCode = keyof typeof MESSAGES;
export type IdentityOutcome<T> = { ok: true; value: T } | { ok: false; rejection: IdentityRejection };

const MESSAGES = {
  SignInRefused:
    '用户名或密码不正确。连续输错的账号会暂时锁定，锁定期间正确的密码也不能登录；请核对后稍候再试，或联系系统管理员重置密码。',
  PasswordRefused: '原密码不正确，密码未修改。请重新输入原密码。',
  PasswordTooWeak:
    '新密码过于简单：至少 10 个字符，不能与用户名或原密码相同，也不能是同一字符的重复。请换一个。',
  PasswordLeaked:
    '新密码（或与它几乎一样的密码）在已经泄露的密码之中，很快就会被试出来。请换一个；几个不相干的词连起来，既难猜又好记。',
  PasswordGuessable:
    '新密码容易被猜到：不要用姓名、单位、日期、拼音或键盘上相邻的键拼成。请换一个；几个不相干的词连起来，既难猜又好记。',
  SecondFactorNeeded: '该账号已开启第二重验证。请输入验证器上的 6 位动态码；手机不在身边时，可用一个恢复码。',
  SecondFactorRefused:
    '动态码或恢复码不正确，或已经用过。请等下一个动态码再输；屡次不对时，请核对手机的时间是否准确。',
  SecondFactorOn: '第二重验证已经开启。如要换一部手机，请先关闭，再重新开启。',
  SecondFactorOff: '第二重验证没有开启，或还没有从扫码开始。请先开始设置。',
  TooManyTokens: '已有 20 个在用的接口令牌。请先停用不再需要的，再生成新的。',
} as const;

export function identityRejection(code: IdentityRejectionCode): { ok: false; rejection: IdentityRejection } {
  return { ok: false, rejection: { code, message: MESSAGES[code] } };
}

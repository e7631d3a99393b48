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
  NotPermitted:
    '该事项不由您的角色办理：账号的开设、停用和密码重置由系统管理员办理，角色的授予、撤销和解锁由安全管理员办理。',
  NotFound: '没有这个账号，或不在您管理的辖区内。请返回列表核对。',
  VersionConflict: '该账号刚刚被他人改动过。请刷新后核对，再重新提交。',
  AccountLeft: '该人员已离任，账号不能再办理。如要重新任用，请另开账号。',
  AccountUnchanged: '姓名和单位都没有变化，没有需要保存的内容。',
  AccountUnitUnknown: '所选单位不在本辖区的单位名录中，或是单位组。请选一个具体单位。',
  AccountBarred: '该账号已经停用，不必重复停用。',
  AccountNotBarred: '该账号没有停用，也没有因输错密码被锁定，不需要解锁。',
  OwnAccount: '不能办理本人的账号。请由另一位管理员办理；本人的密码和登录在“登录与安全”中管理。',
  AdministratorAccount:
    '三员（系统、安全、审计管理员）的账号只由安全管理员管理；其密码须在服务器上用 luoshi people reset 重置。',
  OfficesApart:
    '三员分立：系统管理员、安全管理员、审计管理员不能由同一人担任，也不能兼任其他角色。请先撤销其现有角色，或改由他人担任。',
  UsernameTaken: '该用户名已有人使用（用户名在全系统内唯一）。请换一个，如加上单位简称。',
  RoleScopeWrong: '角色与范围不相符，或没有这个范围。单位的角色选单位，专班的选行动，管理员和审计选全辖区。',
  RoleHeld: '该人员已在同一范围担任这一角色，不必重复授予。',
  RoleNotHeld: '该人员没有这一角色，或已经撤销。请刷新后核对。',
  RoleDaysWrong: '任期有误：起始日不能早于今天，截止日不能早于起始日。',
  SuccessorWrong: '接任人须是本辖区在职、账号未停用的另一人，且不能是办理人本人。',
  ProviderUnreachable: '统一身份认证服务暂时没有应答，未能登录。请稍后重试，或用本系统的用户名和密码登录。',
  ProviderRefused:
    '统一身份认证没有同意登录（可能是在登录页上取消了）。如需登录，请重新点击“统一身份认证登录”。',
  ProviderAnswerInvalid:
    '统一身份认证返回的内容与本次登录对不上（过期、重复使用或被改动），未予采用。请从登录页重新登录。',
  ExternalSignInOver: '本次登录已经完成、已经过期，或不是从本浏览器发起的。请从登录页重新登录。',
  ClaimMissing: '统一身份认证没有给出可用的用户名，无法确认您是谁。请联系系统管理员核对身份映射配置。',
  ClaimRefused: '您的统一身份不在允许使用本系统的范围内。如确需使用，请联系本单位管理员申请开通。',
  ExternalPersonUnknown:
    '统一身份认证已通过，但本系统没有您的账号。请联系系统管理员开设账号（用户名须与统一身份认证一致）。',
  ExternalUnitUnknown:
    '统一身份认证已通过，但没有给出本系统认识的单位，不能自动开设账号。请联系系统管理员核对单位映射。',
  ExternalAccountShut: '您的账号已停用或已离任，不能登录。如有疑问，请联系安全管理员。',
  ExternalSecondFactorMissing:
    '您的账号开启了第二重验证，而统一身份认证没有说明做过第二重验证。请改用用户名、密码和动态码登录。',
  AccessRequestOpen: '该账号已有一项申请在等另一位管理员复核，不必重复申请。',
  AccessRequestNone: '该账号没有待复核的申请，或申请已经过期。如仍需办理，请重新申请。',
  AccessRequestNotYours:
    '重置须由两人办理：系统管理员申请重置密码，由安全管理员复核；安全管理员申请重置第二重验证，由系统管理员复核。',
  DelegationNotHeld:
    '只能把本人现任、允许代办的角色授权他人代办；审核、督查、考核、审计和三员的角色不得代办。',
  DelegationOutside: '代办人须是本单位或同一办公室在职、账号未停用的另一人。',
  DelegationApart: '三员和审计人员不得代他人办理，也不得由他人代办。',
  DelegationSpan: '代办期限有误：起始日不能早于今天，截止日不能早于起始日，最长 92 天。',
  DelegationThere: '这段时间内已授权该人代办其中的角色，不必重复授权。',
  DelegationNotYours: '代办授权由授权人、代办人或督查室结束。',
  DelegationOver: '这项代办授权已经结束。',
  TooManyTokens: '已有 20 个在用的接口令牌。请先停用不再需要的，再生成新的。',
} as const;

export function identityRejection(code: IdentityRejectionCode): { ok: false; rejection: IdentityRejection } {
  return { ok: false, rejection: { code, message: MESSAGES[code] } };
}

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
} as const;

export function identityRejection(code: IdentityRejectionCode): { ok: false; rejection: IdentityRejection } {
  return { ok: false, rejection: { code, message: MESSAGES[code] } };
}

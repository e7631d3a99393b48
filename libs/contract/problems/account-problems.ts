import { entry } from './entry.js';

/** Accounts, roles, and sign-in by another house. */
export const ACCOUNT_PROBLEMS = {
  AccessRequestOpen: entry(
    409,
    ['已有待复核的申请', 'A request is open already'],
    ['请等另一位管理员复核，或先撤销。', 'Another administrator has to confirm or refuse it first.'],
  ),
  AccessRequestNone: entry(
    409,
    ['没有待复核的申请', 'No request is open'],
    ['申请可能已经过期，请重新申请。', 'It may have run out; ask anew.'],
  ),
  AccessRequestNotYours: entry(
    403,
    ['须由另一位管理员复核', 'Another administrator confirms'],
    [
      '密码由系统管理员申请、安全管理员复核；第二重验证由安全管理员申请、系统管理员复核。',
      'The system administrator asks for a password and the security administrator confirms it; for a second factor it is the other way round.',
    ],
  ),
  DelegationNotHeld: entry(
    403,
    ['没有可以代办的角色', 'Not a role to lend'],
    [
      '只能授权本人现任、允许代办的角色。',
      'Only what one holds oneself is lent; never what accepts, verifies, scores, audits or administers.',
    ],
  ),
  DelegationOutside: entry(
    422,
    ['代办人不符', 'Not of the same unit or office'],
    [
      '代办人须是本单位或同一办公室的另一人。',
      'The delegate is another person of the same unit, or of the same office.',
    ],
  ),
  DelegationApart: entry(
    409,
    ['三员和审计不得代办', 'Kept apart'],
    ['请另选一人。', 'Administrators and auditors act for nobody, and nobody acts for them.'],
  ),
  DelegationSpan: entry(
    422,
    ['代办期限有误', 'The days are wrong'],
    ['从今天或以后起，最长 92 天。', 'From today or later, for 92 days at most.'],
  ),
  DelegationThere: entry(
    409,
    ['已经授权', 'Lent already'],
    ['不必重复授权。', 'The same roles are lent to the same person on these days.'],
  ),
  DelegationNotYours: entry(
    403,
    ['不由您结束', 'Not yours to end'],
    ['由授权人、代办人或督查室结束。', 'Either of the two ends it, or the supervision office.'],
  ),
  DelegationOver: entry(409, ['代办已经结束', 'It is over'], ['不必重复结束。', 'Nothing is to be done.']),
  AccountLeft: entry(
    409,
    ['人员已离任', 'The person has left'],
    ['如要重新任用，请另开账号。', 'An account of somebody who left is not used again; make another.'],
  ),
  AccountUnchanged: entry(
    409,
    ['没有变化', 'Nothing changes'],
    ['请核对要修改的内容。', 'Name and unit are what they were.'],
  ),
  AccountUnitUnknown: entry(
    422,
    ['单位有误', 'Not a unit'],
    ['请选本辖区的一个具体单位。', 'Choose a single unit of this jurisdiction.'],
  ),
  AccountBarred: entry(
    409,
    ['账号已经停用', 'The account is barred already'],
    ['不必重复停用。', 'Nothing is to be done.'],
  ),
  AccountNotBarred: entry(
    409,
    ['账号没有停用', 'The account is not barred'],
    ['该账号没有停用，也没有锁定。', 'It is neither barred nor locked.'],
  ),
  OwnAccount: entry(
    403,
    ['不能办理本人的账号', 'Not one’s own account'],
    ['请由另一位管理员办理。', 'Another administrator has to do this.'],
  ),
  AdministratorAccount: entry(
    403,
    ['三员账号另行管理', 'An administrator’s account'],
    [
      '三员的账号由安全管理员管理，其密码在服务器上重置。',
      'Accounts of the three administrators are the security administrator’s; passwords are reset at the machine.',
    ],
  ),
  OfficesApart: entry(
    409,
    ['三员分立', 'Offices that are kept apart'],
    [
      '三员不能由同一人担任，也不能兼任其他角色。',
      'Nobody holds two of the three offices of administration, nor one of them and another role.',
    ],
  ),
  UsernameTaken: entry(
    409,
    ['用户名已有人使用', 'The user name is taken'],
    ['请换一个用户名。', 'User names are unique in the whole installation. Choose another.'],
  ),
  RoleScopeWrong: entry(
    422,
    ['角色与范围不相符', 'The scope does not fit the role'],
    [
      '请按角色选择单位、行动、方案或全辖区。',
      'Give a scope that there is, of the kind in which the role is held.',
    ],
  ),
  RoleHeld: entry(
    409,
    ['已担任该角色', 'The role is held already'],
    ['不必重复授予。', 'Nothing is to be done.'],
  ),
  RoleNotHeld: entry(
    409,
    ['没有这一角色', 'The role is not held'],
    ['请刷新后核对。', 'It was withdrawn, or never given. Read the account again.'],
  ),
  RoleDaysWrong: entry(
    422,
    ['任期有误', 'The days are wrong'],
    ['起始日不能早于今天，截止日不能早于起始日。', 'Neither begins before today nor ends before it begins.'],
  ),
  SuccessorWrong: entry(
    422,
    ['接任人有误', 'Not a successor'],
    ['请选另一位在职人员。', 'Name another person in office, and not yourself.'],
  ),
  ImportUnreadable: entry(
    422,
    ['名单不能识别', 'The list cannot be read'],
    [
      '请按模板填写：至少有“单位”“姓名”“账号”三列。',
      'It needs the columns 单位, 姓名 and 账号 in its first rows.',
    ],
  ),
  ProviderUnreachable: entry(
    503,
    ['统一身份认证没有应答', 'The provider does not answer'],
    ['请稍后重试。', 'Try again later, or sign in with a password.'],
  ),
  ProviderRefused: entry(
    403,
    ['统一身份认证没有同意', 'The provider refused'],
    ['请重新登录。', 'Sign in again.'],
  ),
  ProviderAnswerInvalid: entry(
    400,
    ['统一身份认证的应答无效', 'The provider’s answer is not valid'],
    ['请从登录页重新登录。', 'State, nonce, code, signature or time do not fit. Begin again.'],
  ),
  ExternalSignInOver: entry(
    400,
    ['本次登录已失效', 'This sign-in is over'],
    ['请从登录页重新登录。', 'It was completed, has expired, or began in another browser. Begin again.'],
  ),
  ClaimMissing: entry(
    403,
    ['身份信息不全', 'A claim is missing'],
    ['请联系系统管理员核对身份映射。', 'The provider gives no user name that can be one here.'],
  ),
  ClaimRefused: entry(
    403,
    ['不在允许的范围内', 'A required claim is not held'],
    ['请联系本单位管理员申请开通。', 'The mapping demands a claim that the provider does not give.'],
  ),
  ExternalPersonUnknown: entry(
    403,
    ['没有您的账号', 'No account here'],
    ['请联系系统管理员开设账号。', 'The provider vouches for somebody who has no account.'],
  ),
  ExternalUnitUnknown: entry(
    403,
    ['单位无法对应', 'The unit cannot be told'],
    ['请联系系统管理员核对单位映射。', 'The mapping knows no unit for what the provider says.'],
  ),
  ExternalAccountShut: entry(
    403,
    ['账号已停用', 'The account is shut'],
    ['请联系安全管理员。', 'It was barred, or the person has left.'],
  ),
  ExternalSecondFactorMissing: entry(
    403,
    ['缺少第二重验证', 'A second factor is missing'],
    ['请改用密码和动态码登录。', 'The account has one, and the provider does not say that it asked for one.'],
  ),
} as const;

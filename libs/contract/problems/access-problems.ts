import { entry } from './entry.js';

/** Who asks, and whether they may. */
export const ACCESS_PROBLEMS = {
  SessionMissing: entry(
    401,
    ['未登录', 'Not signed in'],
    ['请先登录。', 'Send the session cookie, or a token as Authorization: Bearer luoshi_…'],
  ),
  SessionOver: entry(
    401,
    ['登录已失效', 'The session is over'],
    ['登录已过期或已退出，请重新登录。', 'The session has expired or was ended. Sign in again.'],
  ),
  KeyUnknown: entry(
    401,
    ['拉取密钥无效', 'The key is not known'],
    [
      '请在 Authorization: Bearer 中带上事件订阅的拉取密钥；更换后旧密钥只在并用期内有效。',
      'Send the key of a subscription as Authorization: Bearer … After a renewal the former key holds for the time of overlap only.',
    ],
  ),
  SignInRefused: entry(
    401,
    ['登录失败', 'Sign-in refused'],
    [
      '用户名或密码不正确，或账号暂时锁定。请核对后重试。',
      'Name or password is wrong, or the account is locked for a while. Nothing more is said on purpose.',
    ],
  ),
  PasswordRefused: entry(
    403,
    ['原密码不正确', 'The password is wrong'],
    ['请重新输入现在使用的密码。', 'Give the password that is in use now.'],
  ),
  PasswordTooWeak: entry(
    422,
    ['新密码过于简单', 'The new password is too weak'],
    ['请换一个更长、更难猜的密码。', 'Choose a longer one.'],
  ),
  PasswordLeaked: entry(
    422,
    ['新密码已经泄露', 'The new password is known from leaks'],
    ['该密码在已泄露的密码之列，请换一个。', 'It stands in lists of leaked passwords. Choose another.'],
  ),
  PasswordGuessable: entry(
    422,
    ['新密码容易被猜到', 'The new password is easy to guess'],
    [
      '该密码与姓名、用户名或常见词接近，请换一个。',
      'It is close to the name, the user name or common words. Choose another.',
    ],
  ),
  SecondFactorNeeded: entry(
    401,
    ['须输入动态码', 'A second factor is needed'],
    [
      '密码正确，还须输入验证器中的动态码或恢复码（code）。',
      'The password was right. Sign in again with code: what the authenticator shows, or a recovery code.',
    ],
  ),
  SecondFactorRefused: entry(
    403,
    ['动态码不正确', 'The second factor was refused'],
    [
      '动态码不正确或已用过。请等下一个动态码再试。',
      'The code is wrong or was used before. Wait for the next one.',
    ],
  ),
  SecondFactorOn: entry(
    409,
    ['第二重验证已开启', 'The second factor is on already'],
    ['如需更换设备，请先关闭再重新设置。', 'To change the device, end it first and begin anew.'],
  ),
  SecondFactorOff: entry(
    409,
    ['第二重验证未开启', 'The second factor is not on'],
    ['请先设置第二重验证。', 'Set it up first.'],
  ),
  TooManyTokens: entry(
    409,
    ['接口令牌过多', 'Too many tokens'],
    ['请先停用不再使用的接口令牌。', 'End tokens that are no longer in use first.'],
  ),
  TokenOver: entry(
    401,
    ['接口令牌无效', 'The token is not valid'],
    [
      '接口令牌不存在、已停用或已过期。请由本人登录后在“登录与安全”中重新生成。',
      'The token does not exist, was ended or has expired. Its person makes a new one on the page 登录与安全.',
    ],
  ),
  TokenScopeMissing: entry(
    403,
    ['接口令牌没有这项权限', 'The token lacks the scope'],
    [
      '该接口令牌的范围不包括此操作（read 查看，report 填报，act 其他办理）；登录、密码和令牌本身只能由本人在页面上办理。',
      'The scopes of the token (read: look; report: file; act: everything else) do not cover this. Sign-in, passwords and tokens are for the person on the page alone.',
    ],
  ),
  SecondFactorMustBegin: entry(
    403,
    ['须先设置第二重验证', 'A second factor must be set up first'],
    [
      '按本系统的规定，您的角色须先设置第二重验证，才能继续使用。',
      'This installation demands a second factor of your roles. Set it up on the page 登录与安全.',
    ],
  ),
  PasswordMustChange: entry(
    403,
    ['须先修改密码', 'The password must be changed first'],
    [
      '首次登录或密码重置后，须先修改密码才能继续使用。',
      'After the first sign-in or a reset nothing else is answered until the password has been changed.',
    ],
  ),
  CsrfTokenWrong: entry(
    403,
    ['请求来源无法确认', 'The origin cannot be confirmed'],
    [
      '请求缺少或带有失效的 X-CSRF-Token。请刷新页面后重试。',
      'X-CSRF-Token is missing or stale: send the csrfToken of the session. Requests with a token as bearer need none.',
    ],
  ),
  CrossSiteRequest: entry(
    403,
    ['不接受其他网站的请求', 'Requests of other sites are refused'],
    [
      '该请求来自其他网站的页面。请在本系统的页面中操作。',
      'A browser says that a page of another site sent this. Other systems call from their servers.',
    ],
  ),
  NotPermitted: entry(
    403,
    ['无权办理', 'Not permitted'],
    [
      '您的角色不能办理此事项。如确需办理，请联系系统管理员核对角色和范围。',
      'Your roles do not cover this. If they should, ask the administrator to look at role and scope.',
    ],
  ),
} as const;

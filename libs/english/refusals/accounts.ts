import type { Phrases } from '../phrases.js';

/** What is refused at sign-in, about accounts and about files, where it says more than its code does. */
export const ACCOUNT_REFUSALS: Phrases = {
  '新密码过于简单：至少 {n} 个字符，不能与用户名或原密码相同，也不能是同一字符的重复。请换一个。':
    'The new password is too simple: {n|character} at least, neither the user name nor the old password, nor one character over and over. Choose another.',
  '该账号已开启第二重验证。请输入验证器上的 {n} 位动态码；手机不在身边时，可用一个恢复码。':
    'The account has a second factor. Enter the code of {n|digit} that the authenticator shows, or a recovery code where the telephone is not at hand.',
  '已有 {n} 个在用的接口令牌。请先停用不再需要的，再生成新的。':
    'There are {n|API token} in use. End those that are not needed any more, then make a new one.',
  '文件超过 {n} MB，请拆分后再导入，或删去其中的图片。':
    'The file is larger than {n} MB: split it, or take out its pictures.',
  '不能识别的文件类型。可以导入 .docx、.doc、.xlsx、.pdf、.html 和 .txt 文件。':
    'The type of the file is not known. Files of .docx, .doc, .xlsx, .pdf, .html and .txt can be imported.',
};

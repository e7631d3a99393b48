/** Stable codes of why a file is not read, with what the user reads: what is wrong and how to mend it. */
const MESSAGES = {
  DOCUMENT_EMPTY: '文件是空的，请重新选择文件。',
  DOCUMENT_TOO_LARGE: '文件超过 20 MB，请拆分后再导入，或删去其中的图片。',
  DOCUMENT_EXPANDS_TOO_MUCH: '文件解压后过大，不予读取。请用办公软件另存一份后再导入。',
  DOCUMENT_TOO_MANY_ROWS: '表格行数过多，请删去空行或拆分后再导入。',
  DOCUMENT_DAMAGED: '文件已损坏，无法读取。请用办公软件打开并另存一份后再导入。',
  DOCUMENT_ENCRYPTED: '文件设有密码，无法读取。请去掉密码后再导入。',
  DOCUMENT_KIND_UNKNOWN: '不能识别的文件类型。可以导入 .docx、.doc、.xlsx、.pdf、.html 和 .txt 文件。',
  DOCUMENT_IS_OLD_OFFICE: '这是旧版 .xls 工作簿，或者更早的 Word 文件，请另存为 .xlsx 或 .docx 后再导入。',
  PDF_HAS_NO_TEXT: '这份 PDF 只有扫描图像，没有文字。请导入可以复制文字的版本，或先作文字识别。',
  DOCUMENT_TAKES_TOO_LONG: '读取文件超过了时限，已停止。请拆分文件后再导入。',
  DOCUMENT_NEEDS_TOO_MUCH_MEMORY: '读取文件超过了内存限额，已停止。请拆分文件后再导入。',
  DOCUMENTS_WAITING: '正在读取的文件过多，请稍后再试。',
  DOCUMENT_NOT_READ: '读取文件时出错，没有导入任何内容。请另存一份后再试。',
} as const;
export type RefusalCode = keyof typeof MESSAGES;

/** A file that is not read. `message` is for the user; `code` is stable. Nothing of the file is kept. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';

  constructor(readonly code: RefusalCode) {
    super(MESSAGES[code]);
  }
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && code in MESSAGES;
}

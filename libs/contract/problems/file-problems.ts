import { entry } from './entry.js';

/** Files that are not read, and why. */
export const FILE_PROBLEMS = {
  LedgerNotTaken: entry(
    422,
    ['这份台账不能上传', 'The workbook is not taken'],
    [
      '没有读取其中内容，所填的没有丢失。请按说明处理后重新上传。',
      'Nothing of it was read, and nothing is lost. It is of another installation, unit or period, or has lost what says where it comes from.',
    ],
  ),
  EvidenceEmpty: entry(
    422,
    ['文件是空的', 'The file is empty'],
    ['请检查所选文件。', 'Check which file was sent.'],
  ),
  EvidenceNameInvalid: entry(
    422,
    ['文件名不合要求', 'The file name is not acceptable'],
    ['请改名后上传。', 'Rename the file.'],
  ),
  EvidenceKindUnknown: entry(
    422,
    ['不能上传这种格式', 'Files of this kind are not taken'],
    [
      '请上传 PDF、图片、Office、WPS、OFD、MP4 或文本文件。',
      'Send PDF, images, Office or WPS documents, OFD, MP4 or text.',
    ],
  ),
  EvidenceKindDiffers: entry(
    422,
    ['文件内容与后缀不符', 'The content is not what the name says'],
    ['请用原程序另存后上传。', 'Save it again with the program that wrote it.'],
  ),
  EvidenceInfected: entry(
    422,
    ['文件带有病毒', 'The file holds a virus'],
    ['文件没有保存。请在本机查杀后重新上传。', 'It was not kept. Clean it and send it again.'],
  ),
  EvidenceTooMuch: entry(
    409,
    ['佐证材料过多', 'Too much evidence for one task'],
    ['请合并后上传，或撤回不用的。', 'Merge files, or withdraw some.'],
  ),
  EvidenceWithdrawn: entry(
    409,
    ['佐证材料已撤回', 'The evidence is withdrawn'],
    ['已撤回的材料不再提供，也不能再次撤回。', 'It is withdrawn already.'],
  ),
  FilesUnavailable: entry(
    503,
    ['文件存储暂不可用', 'The store of files is away'],
    ['文件没有保存。请稍后重试；仍不行请联系系统管理员。', 'Nothing was kept. Try again later.'],
  ),
  DOCUMENT_TOO_LARGE: entry(
    413,
    ['文件过大', 'The file is too large'],
    ['请压缩图片或拆分后上传。', 'Make it smaller, or split it.'],
  ),
  DOCUMENT_EMPTY: entry(
    422,
    ['文件是空的', 'The file is empty'],
    ['请检查所选文件。', 'Check which file was sent.'],
  ),
  DOCUMENT_DAMAGED: entry(
    422,
    ['文件已损坏', 'The file is damaged'],
    ['请用原程序打开并另存后上传。', 'Open it with the program that wrote it, save it again, and send that.'],
  ),
  DOCUMENT_ENCRYPTED: entry(
    422,
    ['文件有密码', 'The file is encrypted'],
    ['请去除密码后上传。', 'Remove the password first.'],
  ),
  DOCUMENT_EXPANDS_TOO_MUCH: entry(
    422,
    ['文件展开后过大', 'The file expands too much'],
    ['文件解压后超过上限，请拆分。', 'Unpacked, it exceeds the limit. Split it.'],
  ),
  DOCUMENT_TOO_MANY_ROWS: entry(
    422,
    ['文件行数或页数过多', 'Too many rows or pages'],
    ['请拆分后上传。', 'Split it.'],
  ),
  DOCUMENT_TAKES_TOO_LONG: entry(
    422,
    ['文件识别超时', 'Reading the file took too long'],
    ['请拆分，或改用 Word、Excel 原文件。', 'Split it, or send the Word or Excel original.'],
  ),
  DOCUMENT_NEEDS_TOO_MUCH_MEMORY: entry(
    422,
    ['文件识别占用内存过多', 'Reading the file needs too much memory'],
    ['请拆分后上传。', 'Split it.'],
  ),
  DOCUMENT_KIND_UNKNOWN: entry(
    422,
    ['不支持的文件格式', 'The format is not known'],
    ['请上传 Word、Excel、PDF、网页或文本文件。', 'Send Word, Excel, PDF, HTML or plain text.'],
  ),
  DOCUMENT_IS_OLD_OFFICE: entry(
    422,
    ['旧版 Office 文件', 'A file of an old Office'],
    ['请另存为 .docx 或 .xlsx 后上传。', 'Save it as .docx or .xlsx.'],
  ),
  PDF_HAS_NO_TEXT: entry(
    422,
    ['PDF 没有文字层', 'The PDF has no text'],
    ['扫描件不能识别，请上传文字版。', 'Scans are not read. Send a version with text.'],
  ),
  DOCUMENT_NOT_READ: entry(
    422,
    ['文件未能识别', 'The file could not be read'],
    ['请换一种格式上传。', 'Send it in another format.'],
  ),
  DOCUMENTS_WAITING: entry(
    503,
    ['识别任务过多', 'Too many files are being read'],
    ['请稍后重试。', 'Try again in a moment.'],
  ),
} as const;

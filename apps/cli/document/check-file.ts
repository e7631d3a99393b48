import { checkDocument, type Finding } from '#official';
import { readGivenFile } from '../plan/read-file.js';

/**
 * Measures a `.docx` against the official format, and says what is off as text or as JSON (`luoshi.document-check/1`).
 *
 * @throws DocumentRefused; CliError FILE_UNREADABLE
 */
export async function checkFile(
  file: string,
  { json = false }: { json?: boolean },
): Promise<{ said: string; sound: boolean }> {
  const findings = await checkDocument(await readGivenFile(file));
  const said = json
    ? `${JSON.stringify({ format: 'luoshi.document-check/1', standard: 'GB/T 9704-2012', findings }, null, 2)}\n`
    : textOf(findings);
  return { said, sound: findings.length === 0 };
}

function textOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '符合公文格式，没有发现问题。\n';
  const items = findings.map(({ code, paragraph, text, found, wanted, mend }, at) =>
    [
      `${at + 1}. ${code}  ${paragraph === null ? '全文' : `第${paragraph}段“${text}”`}`,
      `   现为：${found}`,
      `   应为：${wanted}`,
      `   改法：${mend}`,
    ].join('\n'),
  );
  return `发现 ${findings.length} 处与公文格式不符：\n${items.join('\n')}\n`;
}

import { extractDocument, type Extraction } from '#plan';
import { readGivenFile } from './read-file.js';

/**
 * Reads a plan document in whatever form it was published and tells what was understood: as JSON by the output
 * contract, or in a few lines. @throws DocumentRefused
 */
export async function extractFile(file: string, asJson: boolean): Promise<string> {
  const extraction = await extractDocument(await readGivenFile(file));
  return asJson ? `${JSON.stringify(extraction, null, 2)}\n` : summaryOf(extraction);
}

function summaryOf({ document, actions, tasks, warnings }: Extraction): string {
  const doubtful = tasks.reduce((sum, task) => sum + task.warnings.length, 0);
  const lines = [
    `标题：${document.title || '（没有识别出）'}`,
    `文号：${document.documentNumber || '（没有识别出）'}    印发：${document.issuedBy} ${document.issuedOn}`,
    `任务：${tasks.length} 项，其中 ${tasks.filter((task) => task.needsAssignment).length} 项原文没有写明牵头单位`,
    ...actions.map(
      ({ code, name }) => `  ${code} ${name}：${tasks.filter((task) => task.action === code).length} 项`,
    ),
    `需要校核：全文 ${warnings.length} 处，任务中 ${doubtful} 处`,
    ...warnings.map(({ code, message }) => `  ${code} ${message}`),
    '加 --json 输出全部内容。',
  ];
  return `${lines.join('\n')}\n`;
}

interface UploadedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * A plan of four tasks for units of the demo's district, one of them (区兴水服务所) in no directory; a character
 * outside of the basic plane stands before the last task, where code points and UTF-16 part.
 */
export function planOf(title: string, documentNumber: string): UploadedFile {
  return textOf(title, documentNumber, [
    '修复灌区渠道。年底前修复渠道30公里以上。新建泵站2座。（区水利局牵头，区财政局、区兴水服务所配合）',
    '治理黑臭水体。6月底前治理黑臭水体3处。（区生态环境分局牵头）',
    '巡查河道。每月巡查河道1次。（区兴水服务所牵头，区林业局配合）',
    '清理𠮷祥湖。完成清淤10万立方米。（区水利局牵头）',
  ]);
}

/** The plan revised: a later date for the second task, the third dropped, another one in its place. */
export function revisedPlanOf(title: string, documentNumber: string): UploadedFile {
  return textOf(title, documentNumber, [
    '修复灌区渠道。年底前修复渠道30公里以上。新建泵站2座。（区水利局牵头，区财政局、区林业局配合）',
    '治理黑臭水体。9月底前治理黑臭水体3处。（区生态环境分局牵头）',
    '建设智慧水表。10月底前安装智慧水表5000只。（区财政局牵头）',
    '清理𠮷祥湖。完成清淤10万立方米。（区水利局牵头）',
  ]);
}

function textOf(title: string, documentNumber: string, tasks: readonly string[]): UploadedFile {
  const issuer = `${title.slice(0, 3)}人民政府`;
  const text = `${issuer}关于印发《${title}》的通知
${documentNumber}
各村（社区），镇直各单位：
现将《${title}》印发给你们，请认真贯彻执行。
${issuer}
2024年3月1日
${title}
一、总体要求
坚持节水优先，建设幸福河湖。
二、重点任务
${tasks.map((words, at) => `${at + 1}.${words}`).join('\n')}
三、保障措施
各单位要加强领导，压实责任，确保各项工作落到实处。
`;
  return { name: `${title}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** The same kind of thing as a table of a web page, three tasks. */
export function tableOf(title: string): UploadedFile {
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const html = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${title}</h1>
<table>
${row(['序号', '重点任务', '牵头单位', '责任单位', '完成时限'])}
${row(['1', '新建蓄水池20座', '区水利局', '区财政局', '2024年10月底前'])}
${row(['2', '改造老旧管网15公里', '区水利局', '区林业局', '2024年12月底前'])}
${row(['3', '建设村级水站8个', '区生态环境分局', '区水利局', '2024年11月底前'])}
</table></body></html>`;
  return { name: `${title}.html`, mimeType: 'text/html', buffer: Buffer.from(html) };
}

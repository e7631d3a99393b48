import { documentNumberText, plainText, type Block, type OfficialDocument } from '#official';

const NUMERALS = '一二三四五六七八九十';

/** A document as plain text, with its levels numbered as the writers number them: for reading, messages and tests. */
export function writtenOut(document: OfficialDocument): string {
  const { number, title, addressees, body, annexes, signature, foot } = document;
  return [
    document.issuersMark,
    ...(document.jointIssuers ?? []),
    ...(number === null ? [] : [documentNumberText(number)]),
    ...(document.signers === undefined ? [] : [`签发人：${document.signers.join('\u3000')}`]),
    '',
    title,
    '',
    ...(addressees.length === 0 ? [] : [`${addressees.join('、')}：`]),
    ...blocks(body),
    ...annexes.map((annex, index) => `附件${index + 1}：${annex.title}`),
    '',
    ...signature.issuers,
    signature.date,
    ...(foot === null || foot.copiesTo.length === 0 ? [] : [`抄送：${foot.copiesTo.join('、')}。`]),
    ...annexes.flatMap((annex, index) => ['', `附件${index + 1} ${annex.title}`, ...blocks(annex.body)]),
    '',
  ].join('\n');
}

function blocks(body: readonly Block[]): string[] {
  let headings = 0;
  return body.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
        if (block.level === 1) headings += 1;
        return [
          block.level === 1
            ? `${NUMERALS.charAt(headings - 1)}、${plainText(block.line)}`
            : plainText(block.line),
        ];
      case 'paragraph':
        return [`\u3000\u3000${plainText(block.line)}`];
      case 'table':
        return [
          block.columns.map(({ title }) => title).join(' | '),
          ...block.rows.map((row) => row.map(plainText).join(' | ')),
        ];
      case 'picture':
        return [`〔图：${block.caption}〕${block.alternative}`];
    }
  });
}

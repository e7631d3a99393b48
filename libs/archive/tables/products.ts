import { declaredTable } from './declared-table.js';

export const PRODUCTS = {
  product: declaredTable(
    '产品: a bulletin, a review, a brief, a letter: as a draft, as issued',
    `id kind plan_id period version state title due_at obligation_id produced_at produced_by reviewed_at reviewed_by issued_at
     issued_by withdrawn_at withdrawn_by
     scope_kind: what it is about: \`plan\`, \`action\`, \`unit\`, \`task\`, \`meeting\`
     scope_id: its id
     edition: 2 and more: a correction
     document: the text as data
     figures: the figures in it, by name
     figures_at: as of when
     number: 文号
     withdrawn_reason: why it was withdrawn`,
  ),
  product_version: declaredTable(
    'every version of a draft',
    `product_id version made_at made_by
     act: \`produced\`, \`edited\`, \`reviewed\`, \`issued\` …
     document: the text as data
     figures: the figures in it`,
  ),
  product_file: declaredTable(
    'the exact bytes that went out',
    `product_id
     format: \`docx\`, \`pdf\`, \`xlsx\`
     sha256: SHA-256 of the bytes
     size: how many
     bytes: the file, \`{sha256, size}\`: it lies at \`documents/<sha256>\``,
  ),
  product_delivery: declaredTable(
    'to whom it was delivered',
    `product_id person_id unit_id message_id delivered_at acknowledged_at`,
  ),
} as const;

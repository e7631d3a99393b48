import { declaredTable } from './declared-table.js';

export const PRODUCTS = {
  product: declaredTable(
    '产品: a bulletin, a review, a brief, a letter: as a draft, as issued',
    `id kind plan_id period version state title due_at obligation_id produced_at produced_by reviewed_at reviewed_by issued_at
     issued_by withdrawn_at withdrawn_by
     scope_kind: what it is about: \`plan\`, \`action\`, \`unit\`, \`person\`, \`task\`, \`meeting\`
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
  notice_file: declaredTable(
    'the exact bytes in which a notice went out',
    `notice_id
     format: \`docx\`, \`pdf\`
     sha256: SHA-256 of the bytes
     size: how many
     bytes: the file, \`{sha256, size}\`: it lies at \`documents/<sha256>\`
     kept_at: when it was written`,
  ),
  unwritten_product: declaredTable(
    'drafts that could not be written, to be tried again',
    `kind period
     scope_kind: what it would be about
     scope_id: its id
     failures: how often
     failed_at: the last time
     retry_at: not before that
     code: of the mistake
     reason: what it said`,
  ),
  product_delivery: declaredTable(
    'to whom it was delivered',
    `product_id person_id unit_id message_id delivered_at acknowledged_at`,
  ),
  publication_release: declaredTable(
    'what of an issued publication was released to the public',
    `product_id period title
     plan_code: the plan’s code
     plan_title: its title
     scope_kind: \`plan\` or \`action\`
     scope_code: the action’s code; null: the whole plan
     scope_name: what it is about, by name
     edition: 2 and more: a correction
     document: the text as data
     sha256: SHA-256 of the data set
     size: how many bytes
     bytes: the data set as everybody gets it
     released_at withdrawn_at
     withdrawn_reason: why it was withdrawn`,
  ),
} as const;

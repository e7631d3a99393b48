import type { ProductRules } from '#accountability';
import type { OfficialDocument } from '#official';
import type { ProductKindCode } from '#products';

type Rules = Pick<ProductRules, 'issuedJointly' | 'goesUpward'>;

/**
 * A draft under the names that the policy gives its kind: of those who issue it jointly, in mark and signature after the maker, and with
 * the place of 签发人 where it goes upward. Letters and minutes have one issuer's mark and no signer.
 */
export function underItsIssuers(
  document: OfficialDocument,
  kind: ProductKindCode,
  rules: Rules,
): OfficialDocument {
  if (document.form !== 'document') return document;
  const { jointIssuers: _joint, signers: _signers, ...own } = document;
  const others = (rules.issuedJointly[kind] ?? []).filter((name) => name !== document.issuersMark);
  const upward = rules.goesUpward.find((rule) => rule.kind === kind);
  return {
    ...own,
    ...(others.length > 0 && { jointIssuers: others }),
    ...(upward !== undefined && { signers: upward.signers }),
    signature: { ...document.signature, issuers: [document.issuersMark, ...others] },
  };
}

/** As it is issued: who issues it has signed it, unless the policy has named who does. */
export const signedForIssue = (document: OfficialDocument, issuedBy: string): OfficialDocument =>
  document.signers?.length === 0 ? { ...document, signers: [issuedBy] } : document;

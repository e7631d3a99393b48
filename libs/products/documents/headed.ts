import type { Annex, Block, OfficialDocument, OfficialForm } from '#official';
import type { IssueFacts } from '../facts/period-record.js';
import { correctionNote } from './correction-note.js';

export interface Headed {
  readonly form: OfficialForm;
  readonly title: string;
  readonly body: readonly Block[];
  readonly annexes?: readonly Annex[];
  readonly addressees?: readonly string[];
  /** Left out: those of the issue. */
  readonly copiesTo?: readonly string[];
}

/** A document under the name of who issues it: no number yet, a place for the seal, the foot as the format has it. */
export const headed = (
  { issuer, addressees, copiesTo, printedBy, on, replaces }: IssueFacts,
  { form, title, body, annexes = [], addressees: own, copiesTo: copies }: Headed,
): OfficialDocument => ({
  form,
  issuersMark: issuer,
  number: null,
  title,
  addressees: own ?? addressees,
  body: [...correctionNote(replaces), ...body],
  annexes: annexes.filter((annex) => annex.body.length > 0),
  signature: { issuers: [issuer], date: on, sealed: form !== 'minutes' },
  foot: form === 'letter' ? null : { copiesTo: copies ?? copiesTo, printedBy, printedOn: on },
});

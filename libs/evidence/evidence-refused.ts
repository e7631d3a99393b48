/** Why a file is not taken; codes of the contract's problem table. */
export type EvidenceFault =
  | 'EvidenceEmpty'
  | 'EvidenceNameInvalid'
  | 'EvidenceKindUnknown'
  | 'EvidenceKindDiffers'
  | 'EvidenceInfected';

/** An expected refusal of a file. `message`: what, and how to mend it, in Chinese. */
export class EvidenceRefused extends Error {
  override readonly name = 'EvidenceRefused';

  constructor(
    readonly code: EvidenceFault,
    message: string,
  ) {
    super(message);
  }
}

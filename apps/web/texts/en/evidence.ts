import type { SpokenFile } from './spoken.js';

export const evidence: SpokenFile<typeof import('../zh/evidence.js')> = {
  evidenceText: {
    title: 'Evidence',
    none: 'No evidence yet. Reports need none; what should be kept can be uploaded here.',
    office: 'Supervision office, headquarters and others',
    add: 'Choose a file to upload',
    note: 'Note (optional), such as "land use permit"',
    hint: "PDF, pictures, Office, WPS, OFD, MP4 or text, up to 20 MB. Your unit's files are seen by your unit and the offices; they cannot be changed, but taken back.",
    added: (name) => `"${name}" was uploaded`,
    tooLargeTitle: 'File too large',
    tooLarge: 'The file is larger than 20 MB. Compress or split it.',
    withdraw: 'Take back',
    withdrawn: 'Taken back',
    withdrawTitle: (name) => `Take back "${name}"`,
    withdrawHint:
      'Your unit no longer sees the content, the offices still do; who took it back, when and why is kept.',
    withdrawnBecause: (by, at, reason) => `taken back by ${by}, ${at}: ${reason}`,
    reason: 'Why is it taken back',
  },
};

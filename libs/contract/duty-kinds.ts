/** What is owed besides the reports on tasks. How each is called (专班旬台账) is data of the policy. */
export const DUTY_KINDS = [
  'ledger',
  'meeting',
  'bulletin',
  'review',
  'assessment',
  'part',
  'requestedReport',
] as const;

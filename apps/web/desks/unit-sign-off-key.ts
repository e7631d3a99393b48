/** What is known of whether a unit's reports need its head's signature. */
export const unitSignOffKey = (unitId: string): [string, string] => ['unitSignOff', unitId];

/**
 * Thrown where something that was taken with a crowd is met again in the same transaction: what became of it is not in
 * its row yet. The transaction is rolled back, and the same chunk lived again one by one.
 */
export class Tangled extends Error {
  override readonly name = 'Tangled';
}

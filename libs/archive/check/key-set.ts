import { hash } from 'node:crypto';

/**
 * Which keys there are, 8 bytes each however long they are: a million rows are 8 MB. Two keys that look alike by these bytes could
 * hide a missing one (once in some million million); the database, which has the last word, compares them whole.
 */
export class KeySet {
  #keys = new BigUint64Array(1_024);
  #size = 0;
  #sorted = true;

  add(key: string): void {
    if (this.#size === this.#keys.length) {
      const grown = new BigUint64Array(this.#size * 2);
      grown.set(this.#keys);
      this.#keys = grown;
    }
    this.#keys[this.#size] = shortened(key);
    this.#size += 1;
    this.#sorted = false;
  }

  has(key: string): boolean {
    if (!this.#sorted) {
      this.#keys.subarray(0, this.#size).sort();
      this.#sorted = true;
    }
    const wanted = shortened(key);
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle] ?? 0n) < wanted) from = middle + 1;
      else to = middle;
    }
    return from < this.#size && this.#keys[from] === wanted;
  }
}

const shortened = (key: string): bigint => hash('sha256', key, 'buffer').readBigUInt64LE();

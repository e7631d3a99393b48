import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** The key that seals: who has it can make seals, nobody else can. It is not in the database. */
export interface SealKey {
  /** SPKI, base64: for publishing, and for checking by anybody. */
  publicKey: string;
  sign(text: string): string;
}

/** A new key as PEM (PKCS #8), for a file that nobody else may read. */
export const newSealKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * @param text PEM, or one line of base64 (PKCS #8)
 * @throws TypeError when it is no Ed25519 private key
 */
export function sealKey(text: string): SealKey {
  let key: KeyObject;
  try {
    key = text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' });
  } catch (error) {
    throw new TypeError('the key that seals is no private key', { cause: error });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key that seals is no Ed25519 key');
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

/** False also for a key or a signature that is none. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}

import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** Cost of scrypt, stored with every wrap so that it can be raised later. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** About half a second and 128 MiB on an ordinary laptop (OWASP Password Storage Cheat Sheet, scrypt). */
export const scryptCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** Bounds for stored parameters: below is no protection, above a damaged file could stall the machine. */
const bounds = { minN: 2 ** 17, maxN: 2 ** 20, maxR: 16, maxP: 4 };

/** A key sealed with AES-256-GCM under a key derived from a passphrase. Binary fields are base64. */
export interface PassphraseWrap {
  readonly kind: 'passphrase';
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly nonce: string;
  readonly sealed: string;
  readonly tag: string;
}

/** True when the parameters are ones that this build would have stored. */
export function isAcceptableCost({ N, r, p }: ScryptCost): boolean {
  const whole = [N, r, p].every((value) => Number.isSafeInteger(value) && value > 0);
  const powerOfTwo = whole && (N & (N - 1)) === 0;
  return powerOfTwo && N >= bounds.minN && N <= bounds.maxN && r >= 8 && r <= bounds.maxR && p <= bounds.maxP;
}

/** Seals `key` under a passphrase. The same passphrase gives another wrap each time. */
export async function wrapWithPassphrase(key: Buffer, passphrase: string, cost = scryptCost): Promise<PassphraseWrap> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const wrappingKey = await deriveKey(passphrase, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
    cipher.setAAD(associatedData(cost, salt));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      kind: 'passphrase',
      kdf: 'scrypt',
      ...cost,
      salt: salt.toString('base64'),
      nonce: nonce.toString('base64'),
      sealed: sealed.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  } finally {
    wrappingKey.fill(0);
  }
}

/** Opens a wrap; returns undefined when the passphrase is not the one. The caller zeroes the key after use. */
export async function unwrapWithPassphrase(wrap: PassphraseWrap, passphrase: string): Promise<Buffer | undefined> {
  const salt = Buffer.from(wrap.salt, 'base64');
  const cost = { N: wrap.N, r: wrap.r, p: wrap.p };
  const wrappingKey = await deriveKey(passphrase, salt, cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrap.nonce, 'base64'));
    decipher.setAAD(associatedData(cost, salt));
    decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'));
    const key = decipher.update(Buffer.from(wrap.sealed, 'base64'));
    try {
      decipher.final();
      return key;
    } catch {
      key.fill(0);
      return undefined;
    }
  } finally {
    wrappingKey.fill(0);
  }
}

/** Derives 32 bytes. The passphrase is normalised first: the same keys pressed on another system give the same bytes. */
function deriveKey(passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  // scrypt needs 128 * N * r bytes and a little more; Node's own limit is 32 MiB.
  const maxmem = 128 * r * (N + p + 2) + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, 32, { N, r, p, maxmem }, (error, key) => {
      bytes.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Binds the parameters to the wrap, so that weaker ones can't be put in their place unnoticed. */
function associatedData({ N, r, p }: ScryptCost, salt: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`hearth-key-1:scrypt:${N}:${r}:${p}:`, 'utf8'), salt]);
}

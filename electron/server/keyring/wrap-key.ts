/**
 * Wrapping the store's key with a password: Argon2id makes a key of the password, AES-256-GCM wraps with it.
 *
 * The parameters stand beside each entry, so that they can be raised later without asking everybody anew.
 */
import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import * as z from 'zod'

const Base64 = z.base64()

export const Derivation = z.strictObject({
  algorithm: z.literal('argon2id'),
  /** KiB. */
  memory: z.int().min(8).max(4_194_304),
  passes: z.int().min(1).max(1000),
  lanes: z.int().min(1).max(16),
  salt: Base64,
})
export type Derivation = z.infer<typeof Derivation>

export const WrappedKey = z.strictObject({
  derivation: Derivation,
  nonce: Base64,
  data: Base64,
  tag: Base64,
})
export type WrappedKey = z.infer<typeof WrappedKey>

export interface Cost { readonly memory: number, readonly passes: number }
/** OWASP's password storage cheat sheet: at least 19 MiB with two passes, one lane; here three. */
export const usualCost: Cost = { memory: 19_456, passes: 3 }

function derive(secret: string, { memory, passes, lanes, salt }: Derivation): Promise<Buffer> {
  return hashRaw(secret.normalize('NFC'), {
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
    salt: Buffer.from(salt, 'base64'),
  })
}

/** @param purpose what the entry is for; an entry moved to another place does not open */
export async function wrapKey(key: Buffer, secret: string, purpose: string, { memory, passes }: Cost): Promise<WrappedKey> {
  const derivation: Derivation = {
    algorithm: 'argon2id',
    memory,
    passes,
    lanes: 1,
    salt: randomBytes(16).toString('base64'),
  }
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, derivation), nonce).setAAD(Buffer.from(purpose))
  const data = Buffer.concat([
    cipher.update(key),
    cipher.final(),
  ])
  return {
    derivation,
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** @returns nothing when the secret is wrong */
export async function unwrapKey({ derivation, nonce, data, tag }: WrappedKey, secret: string, purpose: string): Promise<Buffer | undefined> {
  const cipher = createDecipheriv('aes-256-gcm', await derive(secret, derivation), Buffer.from(nonce, 'base64'), { authTagLength: 16 })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(Buffer.from(tag, 'base64'))
  try {
    return Buffer.concat([
      cipher.update(Buffer.from(data, 'base64')),
      cipher.final(),
    ])
  }
  catch {
    return undefined
  }
}

/** Takes as long as a real try, for names that do not exist. */
export async function wasteATry(secret: string, { memory, passes }: Cost): Promise<void> {
  await derive(secret, {
    algorithm: 'argon2id',
    memory,
    passes,
    lanes: 1,
    salt: randomBytes(16).toString('base64'),
  })
}

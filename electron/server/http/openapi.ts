/** The OpenAPI document, made of the contract: for whoever connects another program to the office server. */
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '#core/contract'

/** @param version of Maji */
export async function openApiDocument(version: string): Promise<string> {
  const generator = new OpenAPIGenerator({
    schemaConverters: [
      new ZodToJsonSchemaConverter(),
    ],
  })
  const document = await generator.generate(contract, {
    info: { title: 'Maji (맞이)', version, description: 'Every operation of the counter. Sign in with `staff/signIn`; the session travels in a cookie.' },
    servers: [
      { url: '/api' },
    ],
  })
  return JSON.stringify(document)
}

/** A colleague at another screen, for what a test needs done but is not about: signed in over HTTP. */
import type { Client } from '#core/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'

export const samplePassword = 'maji-sample'

export async function deskClient(url: string, name: string): Promise<Client> {
  let cookie: string | undefined
  const client = createORPCClient<Client>(new RPCLink({
    url: new URL('/rpc', url),
    fetch: async (request, init) => {
      if (cookie)
        request.headers.set('cookie', cookie)
      const response = await fetch(request, init as RequestInit)
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return response
    },
  }))
  await client.staff.signIn({ name, password: samplePassword })
  return client
}

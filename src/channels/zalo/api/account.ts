/** Who the OA is, by its own word. */
import { z } from 'zod'
import type { Call, Profile } from '../../contract'
import { ask } from './ask'

const oa = z.object({
  data: z.object({
    oaid: z.coerce.string().nullish(),
    name: z.string().nullish(),
    is_verified: z.boolean().nullish(),
    num_follower: z.coerce.number().nullish(),
    avatar: z.string().nullish(),
    package_name: z.string().nullish(),
    package_valid_through_date: z.union([z.string(), z.number()]).nullish(),
  }),
})

export type Account = z.infer<typeof oa>['data']

export async function readAccount(call: Call): Promise<Account> {
  const { data } = await ask(call, { path: 'oa/getoa', schema: oa })
  return data
}

export function profileOf(oa: Account, fallback: string): Profile {
  const account = oa.oaid || fallback
  return {
    account,
    name: oa.name || account,
    url: `https://zalo.me/${account}`,
    picture: oa.avatar || null,
    followers: oa.num_follower ?? null,
    verified: oa.is_verified ?? null,
  }
}

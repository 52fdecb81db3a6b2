import { z } from 'zod'
import type { Call, Webhook } from '../../contract'
import { ask } from '../api'
import { credentials } from '../options'

const FIELDS = 'feed'
const success = z.object({ success: z.literal(true) })

/**
 * Our address belongs to the application and is told with its own keys; without them a person enters it in the console.
 * Then the Page itself lets the application listen. Both may be repeated.
 */
export const subscribe: Webhook['subscribe'] = async (call: Call, { url, secret }) => {
  const { appId, appSecret } = credentials.parse(call.credentials)
  if (appId && appSecret) {
    await ask(call, {
      method: 'POST',
      path: `${appId}/subscriptions`,
      body: { object: 'page', callback_url: url, verify_token: secret, fields: FIELDS, include_values: true },
      token: `${appId}|${appSecret}`,
      schema: success,
    })
  }
  await ask(call, {
    method: 'POST',
    path: `${call.account}/subscribed_apps`,
    body: { subscribed_fields: FIELDS },
    schema: success,
  })
}

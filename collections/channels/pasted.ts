import { z } from 'zod'
import { channels } from '@/channels/registry'

type Shape = { required?: string[]; properties?: Record<string, { type?: string; description?: string }> }

/** What a person pastes for each platform; our own place makes its credentials itself. */
export const pastedFields = Object.fromEntries(
  channels
    .filter(({ isOurs }) => !isOurs)
    .map(({ platform, credentials }) => {
      const { required = [], properties = {} } = z.toJSONSchema(credentials, { io: 'input' }) as Shape
      const fields = Object.entries(properties).map(([name, { type, description }]) => ({
        name,
        label: description ?? name,
        isRequired: required.includes(name),
        isSwitch: type === 'boolean',
      }))
      return [platform, fields]
    }),
)

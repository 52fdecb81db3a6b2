/** How a channel is connected by the platform's own login, and what the platform tells about it before anybody says yes. */
import type { ZodType } from 'zod'
import type { Call } from './call'
import type { Json } from './draft'
import type { Problem } from './draft'

/** What an administrator compares with the page in front of them: connecting the wrong page is the worst mistake. */
export type Profile = {
  /** The platform's own id of the page, account or channel. */
  account: string
  name: string
  /** Where the public sees it; null when the platform does not say. */
  url: string | null
  picture: string | null
  followers: number | null
  /** Null where the platform has no such mark or does not tell. */
  verified: boolean | null
}

/** One page or account that the person who signed in may connect. */
export type Candidate = {
  profile: Profile
  /** In the shape of the driver's `credentials`, without the application's own keys. */
  credentials: Json
  expiresAt: Date | null
  /** Why it would not work yet (a task or permission was not given); empty when it may be connected. */
  problems: Problem[]
}

/** What one sign-in is bound to. `verifier` is a PKCE code verifier of 43 characters. */
export type SignIn = { state: string; redirectUri: string; verifier: string }

export type Connect = {
  /** Strict: the keys of our application at the platform. The engine adds them to the credentials of every call. */
  application: ZodType
  /** The environment variable that holds each key, for an installation with one application for everybody. */
  variables: Readonly<Record<string, string>>
  /** Vietnamese: what to do in the platform's own console, one sentence a line. */
  instructions: readonly string[]
  /** Pure: where the browser goes to give consent. `application` is of the schema above. */
  authorize(signIn: SignIn, place: { application: unknown; addresses: Call['addresses'] }): string
  /**
   * The parameters of the redirect → everything that may be connected with them. `call.credentials` holds only the
   * application's keys. The code in them works once.
   * @throws ChannelError `rejected` when the person refused or the code is spent.
   */
  accept(parameters: Readonly<Record<string, string>>, signIn: SignIn, call: Call): Promise<Candidate[]>
}

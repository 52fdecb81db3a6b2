/** How long until the next try or look. `random` is passed in so that the rule stays pure. */

/** Tries after which an unreachable platform is given up. */
export const MOST_TRIES = 5

/** Sends of one publication that may ever be armed without a person: the first, and one after proven absence. */
export const MOST_SENDS = 2

/** Seconds before try number `tries + 1`: 15 s, 30 s, 1 min … with up to half of it added at random. */
export function retrySeconds(tries: number, random: number): number {
  return Math.round(15 * 2 ** Math.max(0, tries - 1) * (1 + random / 2))
}

/** Seconds until the next look at an unknown or processing publication: the given wait, doubled each time, at most 15 min. */
export function lookSeconds(wait: number, looks: number): number {
  return Math.min(900, Math.max(1, wait) * 2 ** Math.min(looks, 10))
}

/** Programs that fetch a page for a preview or an index: counting them would invent readers. */
const ROBOTS =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebot|zalo\/?(share|crawler)|curl\/|wget\/|monitor/i

/** True for a person who opens the page, as far as one request can tell. Nothing about the person is kept. */
export function isReader(request: Request): boolean {
  if (request.method !== 'GET') return false
  const purpose = `${request.headers.get('sec-purpose') ?? ''} ${request.headers.get('purpose') ?? ''}`
  return !purpose.includes('prefetch') && !ROBOTS.test(request.headers.get('user-agent') ?? '')
}

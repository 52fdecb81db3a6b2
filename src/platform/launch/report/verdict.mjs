/** Is every publication live exactly once? Asked of the places themselves, not of our own database. */

const platformCount = 5

/**
 * @typedef {import('./rest.mjs').Publication} Publication
 * @param {{ sandbox: string, publications: readonly Publication[] }} live
 * @returns {Promise<string[]>} one Vietnamese sentence per problem; empty means that all is well
 */
export async function judgePublications({ sandbox, publications }) {
  const own = publications.filter(({ platform }) => platform === 'site')
  const foreign = publications.filter(({ platform }) => platform !== 'site')
  return [
    ...problemsOfStates(publications),
    ...(await problemsOfWalls(sandbox, foreign)),
    ...(await Promise.all(own.map(problemsOfPage))).flat(),
    ...repeated(own.map(({ remoteUrl }) => remoteUrl ?? '')).map((url) => `trang ${url} được dùng cho hai bài`),
  ]
}

/** @param {readonly Publication[]} publications */
function problemsOfStates(publications) {
  const platforms = new Set(publications.map(({ platform }) => platform))
  const unfinished = publications.filter(({ state }) => state !== 'published')
  return [
    ...(platforms.size === platformCount
      ? []
      : [`có bài trên ${platforms.size} nền tảng, cần ${platformCount}: ${[...platforms].join(', ')}`]),
    ...unfinished.map(({ title, channel, state, heldMessage, failureMessage }) => {
      return `"${title}" trên ${channel.name} ở trạng thái ${state}: ${heldMessage ?? failureMessage ?? 'không rõ lý do'}`
    }),
  ]
}

/**
 * @param {string} sandbox
 * @param {readonly Publication[]} publications
 */
async function problemsOfWalls(sandbox, publications) {
  const keys = publications.map(
    ({ platform, channel, trackedCode }) => `${platform}|${channel.externalId}|${trackedCode}`,
  )
  const query = new URLSearchParams(keys.map((key) => ['expect', key]))
  const verdict = await (await fetch(`${sandbox}/_verdict?${query}`)).json()
  const unexpected = Object.keys(verdict.posts).filter((key) => !keys.includes(key))
  return [
    ...verdict.missing.map((/** @type {string} */ key) => `không thấy trên nền tảng: ${key}`),
    ...verdict.twice.map((/** @type {string} */ key) => `lên hai lần: ${key}`),
    ...unexpected.map((key) => `lên mà không có trong kế hoạch đăng: ${key}`),
    ...(verdict.unmarked > 0 ? [`${verdict.unmarked} bài trên nền tảng không có đường dẫn theo dõi`] : []),
  ]
}

/** @param {Publication} publication */
async function problemsOfPage({ title, remoteUrl }) {
  if (!remoteUrl) return [`"${title}" không có địa chỉ trên trang`]
  const answer = await fetch(remoteUrl)
  const page = unescapeHtml(await answer.text()).normalize('NFC')
  return answer.ok && page.includes(title.normalize('NFC'))
    ? []
    : [`${remoteUrl} trả lời ${answer.status} và không có "${title}"`]
}

/** @param {string} text */
function unescapeHtml(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** @param {readonly string[]} values */
function repeated(values) {
  return [...new Set(values.filter((value, position) => value !== '' && values.indexOf(value) !== position))]
}

/**
 * Platforms without a single stored reading.
 * @param {{ publications: readonly Publication[], readings: readonly import('./rest.mjs').Reading[] }} stored
 */
export function platformsWithoutReading({ publications, readings }) {
  const platformOf = new Map(publications.map(({ channel, platform }) => [channel.id, platform]))
  const measured = new Set(
    readings.map(({ channel }) => platformOf.get(typeof channel === 'string' ? channel : channel.id)),
  )
  return [...new Set(platformOf.values())].filter((platform) => !measured.has(platform))
}

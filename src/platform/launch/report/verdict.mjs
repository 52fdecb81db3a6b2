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
    ...(await problemsOfLog(sandbox, publications)),
  ]
}

/**
 * The log holds every post that came in over the platforms' interfaces, also one that was removed again. A later line with
 * the id of an earlier one is about that post (its thumbnail, its captions, its place in a playlist) and no second one.
 * @param {string} sandbox
 * @param {readonly Publication[]} publications
 */
async function problemsOfLog(sandbox, publications) {
  /** @type {{ platform: string, call: string, id: string }[]} */
  const lines = (await (await fetch(`${sandbox}/_log`)).json()).entries
  const entries = lines.filter((line, position) => position === lines.findIndex((first) => isSamePost(first, line)))
  const codes = new Set(publications.map(({ platform, trackedCode }) => `${platform} ${trackedCode}`))
  const unknown = entries.filter((entry) => !codesOf(entry).some((code) => codes.has(`${entry.platform} ${code}`)))
  return [
    ...unknown.map(({ platform, call, id }) => `nhật ký ${platform} có ${call} ${id} không thuộc bài đăng nào`),
    ...(entries.length === publications.length
      ? []
      : [`nhật ký có ${entries.length} lần lên bài cho ${publications.length} bài đăng`]),
  ]
}

/**
 * @param {{ platform: string, id: string }} one
 * @param {{ platform: string, id: string }} other
 */
function isSamePost(one, other) {
  return one.platform === other.platform && one.id === other.id
}

/** @param {unknown} entry */
function codesOf(entry) {
  return [...JSON.stringify(entry).matchAll(/\/l\/([A-Za-z0-9_-]+)/g)].map(([, code]) => code)
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

/** YouTube Analytics (v2): minutes watched, two to three days behind, with a quota of its own that nobody names. */
import { z } from 'zod'
import { ChannelError, type Call, type Live } from '../../contract'
import { exchange } from '../../contract/exchange'
import { authorize } from '../api'
import { decideFailure } from '../failures'
import { pacificDate } from '../quota'

export type Minutes = { of(video: string): { value: number } | { value: null; because: string } }

const MOST_ROWS = '200'

const report = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })).nullish(),
  /** Left out when there is nothing to tell. */
  rows: z.array(z.array(z.unknown())).nullish(),
})

/** Numbers that are not there do not spoil the ones that are: every refusal becomes a reason. */
export async function readMinutes(call: Call, posts: readonly Live[]): Promise<Minutes> {
  try {
    return minutesOf(await queryReport(call, posts))
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    call.log.info({ code: error.code }, 'no report of minutes watched')
    return { of: () => ({ value: null, because: whyNot(error) }) }
  }
}

function queryReport(call: Call, posts: readonly Live[]): Promise<z.infer<typeof report>> {
  const oldest = new Date(Math.min(...posts.map(({ publishedAt }) => publishedAt.getTime()), call.now().getTime()))
  const query = new URLSearchParams({
    ids: 'channel==MINE',
    startDate: pacificDate(oldest),
    endDate: pacificDate(call.now()),
    metrics: 'views,estimatedMinutesWatched',
    dimensions: 'video',
    filters: `video==${posts.map(({ remoteId }) => remoteId).join(',')}`,
    sort: '-views',
    maxResults: MOST_ROWS,
  })
  const url = `${call.addresses['analytics']}/v2/reports?${query}`
  const request = { method: 'GET' as const, url, headers: authorize(call) }
  return exchange(call, { request, irreversible: false, schema: report, failure: decideFailure(call, false) })
}

const LATE = 'YouTube Analytics chưa có số cho video này (thường chậm 2-3 ngày).'

/** Columns are found by their names. */
function minutesOf({ columnHeaders, rows }: z.infer<typeof report>): Minutes {
  const names = (columnHeaders ?? []).map(({ name }) => name)
  const place = { video: names.indexOf('video'), minutes: names.indexOf('estimatedMinutesWatched') }
  const known = new Map((rows ?? []).map((row) => [row[place.video], row[place.minutes]]))
  return {
    of: (video) => {
      const minutes = known.get(video)
      return typeof minutes === 'number' && minutes >= 0
        ? { value: Math.round(minutes) }
        : { value: null, because: LATE }
    },
  }
}

function whyNot({ kind, httpStatus }: ChannelError): string {
  if (kind === 'unauthorized')
    return 'Kết nối YouTube chưa có quyền đọc YouTube Analytics; hãy kết nối lại và đồng ý quyền đó.'
  if (httpStatus === 400) return 'YouTube Analytics không trả lời được câu hỏi này cho các video của kênh.'
  return 'YouTube Analytics tạm thời không trả lời; lần đọc sau sẽ hỏi lại.'
}

import { ChannelError, type Call, type Draft, type Live } from '../../contract'
import { show } from '../api/articles'
import { STILL_PROCESSING } from '../meanings'
import type { ZaloPost } from '../options'
import { freshContentOf } from './content'
import { verifyPatiently } from './patience'

/** Full replacement of the article, shown as before; a broadcast that has gone out is not sent again. */
export async function update({ remoteId }: Live, draft: Draft<ZaloPost>, call: Call): Promise<void> {
  const content = await freshContentOf(draft, call)
  const token = await show(call, { article: remoteId, content })
  if ((await verifyPatiently(call, token)) !== null) return
  throw new ChannelError('unavailable', 'Zalo đang xử lý bản sửa; hệ thống sẽ gửi lại bản sửa đó cho chắc.', {
    code: STILL_PROCESSING,
  })
}

'use client'
import './parts/admin.css'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'
import { idOf } from '@/access/roles'
import type { Step } from '@/approval'
import { ApprovalPart } from './parts/approval'
import { type ChannelOption, PlanningPart } from './parts/planning'
import { type PublicationRow, PublicationsPart } from './parts/publications'
import { RecallPart } from './parts/recall'
import { useRows } from './parts/rest'
import type { DeskItem } from './parts/approval/signing'
import { useSay } from './parts/words'

/** On every content item: how far it is approved, where it goes, and when. */
export function DeskPanel() {
  const say = useSay()
  const { id, collectionSlug } = useDocumentInfo()
  if (!id || !collectionSlug) {
    return (
      <p className="desk-note">
        {say({
          vi: 'Lưu bản nháp xong, bạn sẽ gửi duyệt và chọn kênh, giờ đăng ở đây.',
          en: 'Once the draft is saved, you submit it and choose channels and hours here.',
        })}
      </p>
    )
  }
  return <SavedPanel id={String(id)} kind={collectionSlug} />
}

function SavedPanel({ id, kind }: { id: string; kind: string }) {
  const say = useSay()
  const { lastUpdateTime } = useDocumentInfo()
  // The hour of the last save is part of the address, so that a save reads the item again.
  const item = useRows<SavedItem>(`/${kind}/${id}?draft=true&depth=0&saved=${lastUpdateTime}`)
  if (item.isFailed)
    return (
      <p className="desk-note">
        {say({
          vi: 'Không đọc được tình trạng của bài; hãy tải lại trang.',
          en: 'The state of this item cannot be read; reload the page.',
        })}
      </p>
    )
  if (!item.row) return <p className="desk-note">{say(reading)}</p>
  return <Panel kind={kind} item={item.row} refreshItem={item.refresh} />
}

/**
 * A verb changes the document under the open form. The form is told so, in place of a refresh, which would throw away what
 * is being typed: otherwise Payload takes the change for somebody else's and locks the form.
 */
function useTellForm({ updatedAt, _status }: SavedItem): void {
  const { data, setData, incrementVersionCount, setHasPublishedDoc, setUnpublishedVersionCount } = useDocumentInfo()
  useEffect(() => {
    if (!data || updatedAt <= data.updatedAt) return
    setData({ ...data, updatedAt })
    incrementVersionCount()
    if (_status !== 'published') return
    setHasPublishedDoc(true)
    setUnpublishedVersionCount(0)
  }, [updatedAt])
}

type SavedItem = DeskItem & { updatedAt: string; _status: 'draft' | 'published' }

function Panel({ kind, item, refreshItem }: { kind: string; item: SavedItem; refreshItem: () => void }) {
  const say = useSay()
  useTellForm(item)
  const organization = idOf(item.organization)
  const publications = useRows<{ docs: PublicationRow[] }>(publicationsPath(kind, item), ({ docs }) =>
    docs.some(isMoving),
  )
  const channels = useRows<{ docs: ChannelOption[] }>(
    `/channels?where[organization][equals]=${organization}&depth=0&limit=100&sort=platform`,
  )
  const refreshAll = () => {
    refreshItem()
    publications.refresh()
  }
  const office = useRows<{ approvalSteps?: Step[] }>(`/organizations/${organization}?depth=0`)
  return (
    <div className="desk-panel">
      {office.row && (
        <ApprovalPart
          path={`/${kind}/${item.id}`}
          item={item}
          steps={office.row.approvalSteps ?? []}
          onDone={refreshItem}
        />
      )}
      <section aria-label={say(whereAndWhen)}>
        <h3>{say(whereAndWhen)}</h3>
        {(publications.isFailed || channels.isFailed) && (
          <p className="desk-note">
            {say({
              vi: 'Không đọc được danh sách kênh và bài đăng; hãy tải lại trang.',
              en: 'Channels and publications cannot be read; reload the page.',
            })}
          </p>
        )}
        {publications.row && channels.row ? (
          <WhereAndWhen
            path={`/${kind}/${item.id}`}
            organization={organization}
            isTakenBack={item.approval.state === 'retracted'}
            rows={publications.row.docs}
            channels={channels.row.docs}
            onDone={publications.refresh}
          />
        ) : (
          <p className="desk-note">{say(reading)}</p>
        )}
      </section>
      {publications.row && (
        <RecallPart
          path={`/${kind}/${item.id}`}
          item={item}
          states={publications.row.docs.map(({ state }) => state)}
          onDone={refreshAll}
        />
      )}
    </div>
  )
}

type Places = {
  path: string
  organization: string
  isTakenBack: boolean
  rows: readonly PublicationRow[]
  channels: readonly ChannelOption[]
  onDone: () => void
}

function WhereAndWhen({ path, organization, isTakenBack, rows, channels, onDone }: Places) {
  const say = useSay()
  const names = Object.fromEntries(channels.map(({ id, name }) => [id, name]))
  const taken = rows.filter(isStanding).map(({ channel }) => channel)
  return (
    <>
      <PublicationsPart rows={rows} channelNames={names} onDone={onDone} />
      {isTakenBack ? (
        <p className="desk-note">
          {say({
            vi: 'Bài đã bị thu hồi: hãy sửa và trình duyệt lại rồi mới hẹn giờ đăng.',
            en: 'The item was taken back: edit it and have it approved anew before it is planned.',
          })}
        </p>
      ) : (
        <PlanningPart path={path} organization={organization} channels={channels} taken={taken} onDone={onDone} />
      )}
    </>
  )
}

const reading = { vi: 'Đang đọc…', en: 'Reading…' }

const whereAndWhen = { vi: 'Đăng ở đâu, khi nào', en: 'Where and when' }

/** The hour of the item's last change is part of it: a decision or an edit also moves its publications. */
function publicationsPath(kind: string, { id, updatedAt }: SavedItem): string {
  return `/publications?where[contentKind][equals]=${kind}&where[contentId][equals]=${id}&depth=0&limit=100&sort=dueAt&saved=${updatedAt}`
}

function isStanding({ state }: PublicationRow): boolean {
  return state !== 'cancelled' && state !== 'withdrawn'
}

/** Something will happen to it soon without anybody's doing. */
function isMoving({ state, dueAt, recallStage }: PublicationRow): boolean {
  if (recallStage === 'waiting') return true
  if (state === 'scheduled') return new Date(dueAt).getTime() < Date.now() + 60_000
  return state === 'sending' || state === 'processing' || state === 'unknown'
}

/** Every job and every sweep there is. */
import {
  checkChannels,
  sweepBeforeSends,
  sweepBrokenChannels,
  sweepUncheckedChannels,
} from './check-channels/definition'
import { follow } from './follow/definition'
import { measure, sweepDueReadings } from './measure/definition'
import { notify, sweepNotifications } from './notify/definition'
import { preflight, sweepUpcomingPublications } from './preflight/definition'
import { publish } from './publish/definition'
import { receiveNotices, sweepOldNotices, sweepWaitingNotices } from './receive-notices/definition'
import { recall, sweepOpenCorrections, sweepRecalls } from './recall/definition'
import { renderMedia, sweepPendingMedia } from './render-media/definition'
import type { JobDefinition, Sweep } from './runtime/definition'
import { resume, sweepHeldForNothing } from './resume/definition'
import { settle } from './settle/definition'
import { sweepDuePublications } from './sweep-due-publications/sweep'

export const jobs = [
  publish,
  follow,
  settle,
  measure,
  checkChannels,
  renderMedia,
  receiveNotices,
  preflight,
  notify,
  recall,
  resume,
] as unknown as readonly JobDefinition[]

export const sweeps: readonly Sweep[] = [
  sweepDuePublications,
  sweepDueReadings,
  sweepUncheckedChannels,
  sweepBeforeSends,
  sweepBrokenChannels,
  sweepPendingMedia,
  sweepUpcomingPublications,
  sweepWaitingNotices,
  sweepOldNotices,
  sweepNotifications,
  sweepRecalls,
  sweepOpenCorrections,
  sweepHeldForNothing,
]

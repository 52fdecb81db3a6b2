import type { CollectionConfig } from 'payload'
import { creatorsWithDuty, membersAndParents, nobody, withDuty } from '@/access'
import { channelEndpoints } from '../endpoints/channel-verbs'
import { subscribeEndpoint } from '../endpoints/subscribe'
import { label, labels } from '../fields/label'
import { normaliseText } from '../hooks/normalise-text'
import { fields } from './fields'
import { sealCredentials, takeCredentials } from './hooks/credentials'

export const channelsCollection: CollectionConfig = {
  slug: 'channels',
  labels: labels('Kênh', 'Channels'),
  disableDuplicate: true,
  admin: {
    useAsTitle: 'name',
    group: label('Đăng bài', 'Publishing'),
    defaultColumns: ['name', 'platform', 'state', 'checkedAt'],
    components: {
      beforeListTable: ['@/admin/channel/connect-button#ConnectButton'],
      views: { connect: { Component: '@/admin/channel/connect/view#ConnectView', path: '/connect', exact: true } },
    },
  },
  access: { read: membersAndParents, create: creatorsWithDuty('connect'), update: withDuty('connect'), delete: nobody },
  fields,
  hooks: { beforeValidate: [normaliseText], beforeChange: [takeCredentials], afterChange: [sealCredentials] },
  endpoints: [...channelEndpoints, subscribeEndpoint],
}

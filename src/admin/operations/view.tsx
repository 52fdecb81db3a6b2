/** `/admin/van-hanh`: the truth page inside the admin's own frame. Custom views are open to everybody, so it asks who comes. */
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '@/access'
import { organizationsFor } from '@/access/roles'
import { TruthPage } from './page/truth-page'

export function OperationsView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const person = personOf(req)
  if (!person) redirect('/admin/login?redirect=/admin/van-hanh')
  const mayLook = Boolean(person.systemAdmin) || organizationsFor(person, 'oversee').length > 0
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={req.payload.config.admin.components.actions ?? []}
      visibleEntities={visibleEntities}
    >
      <Gutter className="desk-operations">
        {mayLook ? <TruthPage /> : <NotYours isEnglish={req.i18n.language === 'en'} />}
      </Gutter>
    </DefaultTemplate>
  )
}

function NotYours({ isEnglish }: { isEnglish: boolean }) {
  return (
    <p className="desk-note">
      {isEnglish
        ? 'This page is for publishers, channel administrators, leaders, auditors and the system administrator.'
        : 'Trang này dành cho người đăng, quản trị kênh, lãnh đạo, kiểm tra và quản trị hệ thống.'}
    </p>
  )
}

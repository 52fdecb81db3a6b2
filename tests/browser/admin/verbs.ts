/** What people do in the admin: each story ends on the platforms or in an answer that a person can read. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Desk, Document, Seat } from './desk'

export function testVerbs(deskOf: () => Desk): void {
  let written = 0

  /** A new article of the reporter's, like one that was seeded. */
  async function writeArticle({ ask }: Seat): Promise<string> {
    const { docs } = await ask<{ docs: Document[] }>('/articles?limit=1&depth=0')
    const { body, cover, organization, audiences, topics } = docs[0] as Document
    written += 1
    const data = {
      title: `Bài viết thử ${written}`,
      lead: 'Câu dẫn đầu tiên.',
      body,
      cover,
      organization,
      audiences,
      topics,
    }
    const { doc } = await ask<{ doc: Document }>('/articles?draft=true', data)
    return `/admin/collections/articles/${doc.id}`
  }

  async function submitted(): Promise<string> {
    const reporter = await deskOf().seat('reporter')
    const path = await writeArticle(reporter)
    await reporter.open(path)
    await press(reporter.page, 'Gửi duyệt')
    await reporter.page.getByText('Bước 1/1').waitFor()
    return path
  }

  it('takes an item from a draft to a live post, and down again, with nothing but the panel', async () => {
    const path = await submitted()
    const { page, open, complaints } = await deskOf().seat('leader')
    await open(path)
    await page.getByRole('checkbox', { name: /Telegram/ }).check()
    await page.getByLabel(/^Giờ đăng ở Telegram/).fill('2030-01-02T08:15')
    await press(page, 'Hẹn giờ đăng')
    const row = page.getByRole('row', { name: /Telegram/ })
    await row.getByText('08:15 02/01/2030').waitFor()
    expect(await row.textContent()).toContain('Bản nháp')

    await press(page, 'Duyệt')
    await row.getByText('Đã hẹn giờ').waitFor()
    await row.getByRole('button', { name: 'Đăng ngay' }).click()
    await row.getByRole('button', { name: 'Đăng ngay' }).click()
    await row.getByText('Đã đăng').waitFor()
    const address = String(await row.getByRole('link', { name: /Xem bài/ }).getAttribute('href'))
    expect((await page.request.get(address)).status()).toBe(200)

    await row.getByRole('button', { name: 'Gỡ bài' }).click()
    await row.getByRole('button', { name: 'Gỡ bài' }).click()
    await row.getByText('Đã gỡ').waitFor()
    expect(complaints).toEqual([])
  })

  it('tells a refusal in an alert, and forgets it when the person leaves', async () => {
    const path = await submitted()
    const { page, open } = await deskOf().seat('leader')
    await open(path)
    await press(page, 'Trả lại')
    await page.getByRole('textbox', { name: /Lý do/ }).fill('sai')
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: 'ít nhất 5 ký tự' })
    await alert.waitFor()
    await page.keyboard.press('Escape')
    await alert.waitFor({ state: 'detached' })

    await page.getByRole('checkbox', { name: /Facebook/ }).check()
    await page.getByLabel(/^Giờ đăng ở Facebook/).fill('2026-01-01T08:00')
    await page.getByText('08:00 01/01/2026').waitFor()
    await press(page, 'Hẹn giờ đăng')
    await page.getByRole('alert').filter({ hasText: 'đã qua' }).waitFor()
  })

  it('lets the writer type on after a verb, and voids the submission with the edit', async () => {
    const reporter = await deskOf().seat('reporter')
    const { page, open } = reporter
    await open(await writeArticle(reporter))
    await press(page, 'Gửi duyệt')
    await page.getByText('Bước 1/1').waitFor()
    // The form asks the server whether somebody else has changed the document; a verb of one's own is nobody else's.
    const asked = page.waitForResponse((answer) => Boolean(answer.request().postData()?.includes('form-state')))
    await page.locator('#field-lead').fill('Câu dẫn đã sửa sau khi gửi.')
    await asked
    const [saved] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'PATCH'),
      page.locator('#action-save-draft').click(),
    ])
    expect(saved.status()).toBe(200)
    await page.getByText('Nội dung đã được sửa sau khi gửi duyệt').waitFor()
    expect(await page.locator('#field-lead').inputValue()).toBe('Câu dẫn đã sửa sau khi gửi.')
    await page.getByRole('button', { name: 'Gửi duyệt' }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('offers nobody the approval of their own work, and says why', async () => {
    const leader = await deskOf().seat('leader')
    const { page, open } = leader
    await open(await writeArticle(leader))
    await press(page, 'Gửi duyệt')
    await page.getByText('người khác phải duyệt').waitFor()
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0)
  })

  it('gives the reporter no verbs over publications, and the publisher those that the state takes', async () => {
    const path = '/admin/collections/publications?where[state][equals]=published'
    const reporter = await deskOf().seat('reporter')
    await reporter.open(path)
    await reporter.page
      .getByRole('link', { name: /^Xem bài/ })
      .first()
      .waitFor()
    expect(await reporter.page.locator('.desk-verbs button').count()).toBe(0)
    const publisher = await deskOf().seat('publisher')
    await publisher.open(path)
    const verbs = publisher.page.locator('.desk-verbs').first().getByRole('button')
    await verbs.first().waitFor()
    expect(await verbs.allTextContents()).toEqual(['Cập nhật bài', 'Gỡ bài'])
  })

  it('pauses a channel with a reason and opens it again', async () => {
    const { page, open, ask } = await deskOf().seat('channel-admin')
    const { docs } = await ask<{ docs: { id: string }[] }>('/channels?limit=1&sort=platform')
    await open(`/admin/collections/channels/${docs[0]?.id}`)
    await press(page, 'Tạm dừng')
    await page.getByRole('textbox', { name: /Lý do tạm dừng/ }).fill('Bảo trì trang')
    await page.keyboard.press('Enter')
    await page.locator('.desk-panel').getByText('Bảo trì trang').waitFor()
    await press(page, 'Mở lại')
    await page.locator('.desk-panel').getByText('Đã kết nối').waitFor()
  })
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawCard } from '~/media/cards'
import { readableOn } from '~/media/cards/colours'
import { fitText } from '~/media/cards/fitting'

const card = {
  title: 'Mã OTP là chìa khóa nhà, đừng đưa cho ai',
  audience: 'Người cao tuổi',
  label: 'Chiến dịch',
  width: 640,
  height: 360,
}
const room = { width: 1000, height: 400, lineHeight: 1.44, largest: 100, smallest: 40 }

/** Mean brightness of a strip of the picture: it changes only when something is drawn there. */
async function ink(
  picture: Buffer,
  strip: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const { channels } = await sharp(await sharp(picture).extract(strip).greyscale().toBuffer()).stats()
  return channels[0]?.stdev ?? 0
}

describe('a card', () => {
  it('has exactly the size asked for, in both directions', async () => {
    expect(await sharp(await drawCard(card)).metadata()).toMatchObject({ format: 'png', width: 640, height: 360 })
    expect(await sharp(await drawCard({ ...card, width: 360, height: 640 })).metadata()).toMatchObject({
      width: 360,
      height: 640,
    })
  })

  it('shows the title, and another title gives another picture', async () => {
    const picture = await drawCard(card)
    expect(await ink(picture, { left: 30, top: 100, width: 560, height: 160 })).toBeGreaterThan(30)
    expect(picture.equals(await drawCard(card))).toBe(true)
    expect(picture.equals(await drawCard({ ...card, title: 'Mã OTP là chìa khoá nhà, đừng đưa cho ai' }))).toBe(false)
  })

  it('draws every Vietnamese letter: none is the empty box of a missing glyph', async () => {
    const draw = (title: string) => drawCard({ ...card, title, width: 200, height: 200 })
    const missing = await draw('\u{1F9FF}')
    const letters = [...'ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰĐđắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹ']
    const drawn = new Set<string>()
    for (const letter of letters) drawn.add((await draw(letter)).toString('base64'))
    expect(drawn.size).toBe(letters.length)
    expect(drawn.has(missing.toString('base64'))).toBe(false)
  })

  it('draws the same for text whose marks were typed apart', async () => {
    expect((await drawCard(card)).equals(await drawCard({ ...card, title: card.title.normalize('NFD') }))).toBe(true)
  })

  it('keeps a long title inside the margins', async () => {
    const picture = await drawCard({
      ...card,
      title: 'NGƯỜI ĐỨNG ĐẦU HỎI GÌ TRONG CUỘC HỌP GIAO BAN TUẦN NÀY? '.repeat(4),
    })
    expect(await ink(picture, { left: 622, top: 110, width: 18, height: 240 })).toBeLessThan(1)
    expect(await ink(picture, { left: 0, top: 342, width: 640, height: 18 })).toBeLessThan(1)
  })
})

describe('fitting', () => {
  it('leaves a short text large', () => {
    expect(fitText('Cúp máy', room)).toEqual({ text: 'Cúp máy', fontSize: 100 })
  })

  it('makes a long text smaller, whole', () => {
    const text = 'Bán SIM, cho thuê tài khoản lấy vài trăm nghìn: món hời rất đắt, đừng nhận lời'
    const fitted = fitText(text, room)
    expect(fitted.text).toBe(text)
    expect(fitted.fontSize).toBeLessThan(100)
  })

  it('cuts what does not fit at the smallest size, at a word', () => {
    expect(fitText('dài quá '.repeat(200), room)).toMatchObject({
      fontSize: 40,
      text: expect.stringMatching(/(dài|quá)…$/),
    })
  })
})

it('writes in white on dark and in black on light', () => {
  expect(readableOn('#0b3c78')).toBe('#ffffff')
  expect(readableOn('#ffd166')).toBe('#10151c')
})

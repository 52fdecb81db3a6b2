/** Makes the two committed clips again: `npx tsx media/clips/make-clips.ts` (needs ffmpeg with x264). */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { drawCard, type CardColours } from '../cards/index'

const run = promisify(execFile)

type Scene = { title: string; lead: string }
type Clip = {
  file: string
  width: number
  height: number
  audience: string
  label: string
  colours: CardColours
  scenes: Scene[]
}

const SECONDS_A_SCENE = 3
const FADE = 0.5

const clips: Clip[] = [
  {
    file: 'otp-la-chia-khoa.mp4',
    width: 1280,
    height: 720,
    audience: 'Người cao tuổi',
    label: 'An toàn thông tin cho mọi nhà',
    colours: { background: '#0b3c78', accent: '#ffc145' },
    scenes: [
      { title: 'Mã OTP là chìa khóa nhà', lead: 'Chìa khóa nhà, bà có đưa cho người lạ không?' },
      { title: 'Ai hỏi mã OTP cũng không đọc', lead: 'Ngân hàng không bao giờ hỏi mã OTP của bác.' },
      { title: 'Nghi ngờ thì cúp máy', lead: 'Tự gọi số in ở mặt sau thẻ ngân hàng.' },
      { title: 'Không đọc. Không nhập. Cúp máy.', lead: 'Kể ngay cho con cháu hoặc hỏi công an xã, phường.' },
    ],
  },
  {
    file: 'dung-muoi-giay.mp4',
    width: 720,
    height: 1280,
    audience: 'Thanh thiếu niên',
    label: 'Dừng mười giây, tỉnh cả ngày',
    colours: { background: '#7b1e3a', accent: '#7ee0c3' },
    scenes: [
      { title: 'Dừng 10 giây trước khi chia sẻ', lead: 'Tin “khẩn cấp” càng giục, bạn càng chậm lại.' },
      { title: 'Ai nói? Nói từ bao giờ?', lead: 'Trang chính thức hay tài khoản mới lập?' },
      { title: 'Nơi khác nói gì?', lead: 'Mở báo chính thống, cổng thông tin tỉnh, so một phút.' },
      { title: 'Nghi thì đừng đăng', lead: 'Biết chắc thì đính chính cho bạn bè.' },
    ],
  },
]

async function makeClip(clip: Clip): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clip-'))
  const cards = await Promise.all(clip.scenes.map((scene) => drawCard({ ...clip, ...scene })))
  const pictures = cards.map((_, index) => join(folder, `${index}.png`))
  await Promise.all(cards.map((card, index) => writeFile(pictures[index] ?? '', card)))
  await run('ffmpeg', [...inputs(pictures), ...encoding(pictures.length), join('media/clips', clip.file)])
  await rm(folder, { recursive: true })
}

function inputs(pictures: string[]): string[] {
  return [
    '-v',
    'error',
    '-y',
    ...pictures.flatMap((picture) => ['-loop', '1', '-t', String(SECONDS_A_SCENE), '-framerate', '25', '-i', picture]),
  ]
}

const videoCodec = words('-c:v libx264 -profile:v high -pix_fmt yuv420p -crf 26 -preset slow -threads 1')
const soundCodec = words('-c:a aac -b:a 64k -ac 1')
/** `bitexact` keeps dates and version names out of the file. */
const container = words('-movflags +faststart -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1')

/** Scenes fade into each other over two quiet tones. */
function encoding(scenes: number): string[] {
  const length = scenes * SECONDS_A_SCENE - (scenes - 1) * FADE
  const tones = `aevalsrc=0.05*sin(2*PI*220*t)+0.03*sin(2*PI*330*t):s=44100:d=${length}`
  const sound = `${tones},afade=t=in:d=1,afade=t=out:st=${length - 1.5}:d=1.5[sound]`
  const streams = ['-filter_complex', `${fades(scenes)};${sound}`, '-map', '[picture]', '-map', '[sound]']
  return [...streams, ...videoCodec, ...soundCodec, ...container]
}

function words(text: string): string[] {
  return text.split(' ')
}

function fades(scenes: number): string {
  const steps = Array.from({ length: scenes - 1 }, (_, index) => {
    const before = index === 0 ? '[0:v]' : `[mix${index}]`
    return `${before}[${index + 1}:v]xfade=transition=fade:duration=${FADE}:offset=${(index + 1) * (SECONDS_A_SCENE - FADE)}[mix${index + 1}]`
  })
  return `${steps.join(';')};[mix${scenes - 1}]format=yuv420p[picture]`
}

for (const clip of clips) await makeClip(clip)

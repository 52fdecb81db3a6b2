/** The page for the person in front of the class. */
import type { Site } from '../../desk/site'
import { runningExercise } from '../../desk/control/exercise'
import { escapeHtml, hidden } from '../html'
import { exercises, type Exercise } from './exercises'

export function showTraining({ desk }: Site): string {
  const running = runningExercise(desk)
  const list = exercises.map((exercise, index) => showExercise(exercise, { number: index + 1, running }))
  return `<h1>Bài tập huấn</h1><p>Mỗi bài chuẩn bị một tình huống. Bấm “Bắt đầu”, cho học viên làm trên hệ thống thật của buổi học, rồi cùng xem điều gì xảy ra. Bắt đầu bài khác thì bài đang chạy tự kết thúc.</p>
${list.join('')}`
}

function showExercise(exercise: Exercise, { number, running }: { number: number; running: string | null }): string {
  const { id, title, before, sights, mistake } = exercise
  const isRunning = running === id
  const button = isRunning
    ? form('stop', `Kết thúc bài ${number}, đưa mọi thứ về bình thường`)
    : form(id, `Bắt đầu bài ${number}`)
  return `<section class="panel${isRunning ? ' on' : ''}" id="${id}"><h2>Bài ${number}. ${escapeHtml(title)}${isRunning ? ' (đang chạy)' : ''}</h2>
<p><b>Chuẩn bị:</b> ${escapeHtml(before)}</p>${button}
<h3>Học viên phải thấy</h3><ol>${sights.map((sight) => `<li>${escapeHtml(sight)}</li>`).join('')}</ol>
<p><b>Sai lầm cần tránh:</b> ${escapeHtml(mistake)}</p></section>`
}

function form(exercise: string, words: string): string {
  return `<form method="post" action="/_training">${hidden({ exercise })}<button type="submit">${escapeHtml(words)}</button></form>`
}

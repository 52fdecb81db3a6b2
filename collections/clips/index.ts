import { contentCollection } from '../fields/content-collection'
import { label, labels, options } from '../fields/label'
import { captionTypes, isCaptionsFile } from './captions-file'
import { captionLanguages } from './languages'

export const clips = contentCollection('clips', 'Clips', [
  { name: 'video', type: 'upload', relationTo: 'media', required: true, label: label('Video', 'Video') },
  { name: 'poster', type: 'upload', relationTo: 'media', label: label('Ảnh bìa', 'Poster') },
  { name: 'transcript', type: 'textarea', required: true, label: label('Bản chép lời', 'Transcript') },
  {
    name: 'captions',
    type: 'array',
    label: label('Phụ đề', 'Captions'),
    labels: labels('Phụ đề', 'Captions'),
    validate: (rows) => hasNoDouble(rows) || 'Mỗi ngôn ngữ chỉ có một tệp phụ đề; hãy xóa dòng bị lặp.',
    fields: [
      {
        name: 'language',
        type: 'select',
        required: true,
        defaultValue: 'vi',
        options: options(captionLanguages),
        label: label('Ngôn ngữ', 'Language'),
      },
      {
        name: 'file',
        type: 'upload',
        relationTo: 'media',
        required: true,
        filterOptions: { mimeType: { in: captionTypes } },
        validate: isCaptionsFile,
        label: label('Tệp phụ đề (SRT hoặc VTT)', 'Captions file (SRT or VTT)'),
      },
    ],
  },
  { name: 'ageLabel', type: 'text', label: label('Độ tuổi', 'Age label') },
])

function hasNoDouble(rows: unknown): boolean {
  const languages = Array.isArray(rows) ? rows.map((row: { language?: string }) => row.language) : []
  return new Set(languages).size === languages.length
}

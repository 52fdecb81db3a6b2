import { contentCollection } from '../fields/content-collection'
import { label } from '../fields/label'

export const clips = contentCollection('clips', 'Clips', [
  { name: 'video', type: 'upload', relationTo: 'media', required: true, label: label('Video', 'Video') },
  { name: 'poster', type: 'upload', relationTo: 'media', label: label('Ảnh bìa', 'Poster') },
  { name: 'transcript', type: 'textarea', required: true, label: label('Bản chép lời', 'Transcript') },
  { name: 'ageLabel', type: 'text', label: label('Độ tuổi', 'Age label') },
])

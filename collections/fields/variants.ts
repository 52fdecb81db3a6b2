/** One block per platform; its options come from the driver's own schema, so that a new platform needs no field here. */
import type { Block, Field } from 'payload'
import { z } from 'zod'
import type { Channel } from '@/channels/contract'
import { channels } from '@/channels/registry'
import { label } from './label'
import { typedList } from './typed-list'

type Property = {
  type?: string
  title?: string
  description?: string
  enum?: string[]
  /** `.meta({ labels })` of an enum: what a person reads for each value. */
  labels?: Record<string, string>
  default?: unknown
  maxLength?: number
  items?: Property
}

type Base = { name: string; label: string }

const makers: Readonly<Record<string, (base: Base, property: Property) => Field>> = {
  boolean: (base, property) => ({ ...base, type: 'checkbox', defaultValue: Boolean(property.default) }),
  integer: numberField,
  number: numberField,
  array: ({ name, label: title }, { items = {} }) =>
    items.enum
      ? { name, label: title, type: 'select', hasMany: true, options: choicesOf(items) }
      : typedList(name, title),
}

/** Options beyond these are folded away: most posts need none of them. */
const MOST_OPEN = 3

export const variantsField: Field = {
  name: 'variants',
  type: 'blocks',
  label: label('Bản theo kênh', 'Variants'),
  labels: { singular: label('Bản theo kênh', 'Variant'), plural: label('Bản theo kênh', 'Variants') },
  admin: {
    description: label(
      'Chữ và tùy chọn riêng cho từng nền tảng; để trống thì dùng tiêu đề và sapo.',
      'Text and options for one platform only.',
    ),
  },
  maxRows: channels.length,
  validate: (value) => hasNoDouble(value) || 'Mỗi nền tảng chỉ có một bản; hãy xóa bản bị lặp.',
  blocks: channels.map(variantBlock),
}

function variantBlock(channel: Channel): Block {
  return {
    slug: channel.platform,
    labels: { singular: channel.label, plural: channel.label },
    // A name of one's own for the block goes nowhere, and it stood beside the title that does.
    admin: { disableBlockName: true },
    fields: [
      { name: 'title', type: 'text', label: label('Tiêu đề riêng', 'Own title') },
      {
        name: 'text',
        type: 'textarea',
        label: label('Nội dung riêng', 'Own text'),
        admin: {
          rows: 6,
          description: label('Viết {link} ở chỗ muốn đặt đường dẫn.', 'Write {link} where the link should stand.'),
        },
      },
      ...grouped(optionFields(channel)),
    ],
  }
}

function grouped(fields: Field[]): Field[] {
  if (fields.length <= MOST_OPEN) return fields
  const folded: Field = {
    type: 'collapsible',
    label: label('Tùy chọn khác của nền tảng', 'More options of the platform'),
    admin: { initCollapsed: true },
    fields: fields.slice(MOST_OPEN),
  }
  return [...fields.slice(0, MOST_OPEN), folded]
}

function optionFields(channel: Channel): Field[] {
  const schema = z.toJSONSchema(channel.options, { unrepresentable: 'any', io: 'input' }) as {
    properties?: Record<string, Property>
  }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => optionField(name, property))
}

function optionField(name: string, property: Property): Field {
  const base = { name, label: property.title ?? property.description ?? name }
  const make = property.enum ? choiceField : (makers[property.type ?? ''] ?? textField)
  return make(base, property)
}

function choiceField(base: Base, property: Property): Field {
  return { ...base, type: 'select', options: choicesOf(property), defaultValue: property.default as string }
}

function numberField(base: Base, property: Property): Field {
  return { ...base, type: 'number', defaultValue: property.default as number }
}

function textField(base: Base, property: Property): Field {
  return { ...base, type: 'text', maxLength: property.maxLength }
}

function choicesOf({ enum: values = [], labels = {} }: Property) {
  return values.map((value) => ({ value, label: labels[value] ?? value }))
}

function hasNoDouble(value: unknown): boolean {
  const types = Array.isArray(value) ? value.map((block: { blockType?: string }) => block.blockType) : []
  return new Set(types).size === types.length
}

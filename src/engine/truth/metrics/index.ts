/** `GET /api/metrics`: the truth as Prometheus reads it. Every figure is read from the rows, so any web process tells all of them. */
import { Gauge, Registry } from 'prom-client'
import type { Engine } from '../..'
import { ofChannels } from './channels'
import { ofLedgers } from './ledgers'
import type { Metric } from './metric'
import { ofLateness, ofPosts } from './posts'
import { ofWorkers } from './workers'

const sources = [ofWorkers, ofPosts, ofLateness, ofChannels, ofLedgers]

export async function renderMetrics(engine: Engine): Promise<{ type: string; text: string }> {
  const registry = new Registry()
  const metrics = await Promise.all(sources.map((read) => read(engine)))
  for (const metric of metrics.flat()) register(registry, metric)
  return { type: registry.contentType, text: await registry.metrics() }
}

function register(registry: Registry, { name, help, samples }: Metric): void {
  const known = samples.filter(({ value }) => value !== null)
  // A gauge without labels would say 0 of what nobody knows.
  if (known.length === 0) return
  const labelNames = [...new Set(known.flatMap(({ labels }) => Object.keys(labels ?? {})))]
  const gauge = new Gauge({ name: `lantoa_${name}`, help, labelNames, registers: [registry] })
  gauge.reset()
  for (const { labels, value } of known) gauge.set(labels ?? {}, value ?? 0)
}

// Sends events with Segment's own SDK for Node.js: node send.mjs HOST WRITE_KEY. Prints what failed and ends with 1 where anything did.
import { Analytics } from '@segment/analytics-node'

const [host, writeKey] = process.argv.slice(2)
const analytics = new Analytics({ host, writeKey, maxRetries: 0 })
const failures = []
analytics.on('error', (error) => failures.push(error))
analytics.on('http_response', ({ status, url }) => console.log(status, url))

analytics.identify({ userId: 'ada', traits: { name: 'Ada', email: 'ada@example.com', plan: 'pro' } })
analytics.group({ userId: 'ada', groupId: 'acme', traits: { name: 'Acme' } })
analytics.page({ anonymousId: 'visitor-1', name: 'Pricing', properties: { title: 'Our prices', path: '/pricing' } })
analytics.screen({ userId: 'ada', name: 'Home' })
analytics.track({ userId: 'ada', event: 'Order Completed', properties: { order_id: 'o-1', revenue: 49.9, currency: 'EUR' } })
analytics.track({
  userId: 'ada',
  event: 'Survey Response',
  messageId: 'a-1',
  properties: { survey: 'after-purchase', metric: 'nps', score: 9, comment: 'Quick and kind.' },
})

// The same message once more, as after an answer that was lost.
analytics.track({ userId: 'ada', event: 'Song Played', messageId: 'm-1' })
analytics.track({ userId: 'ada', event: 'Song Played', messageId: 'm-1' })
analytics.alias({ userId: 'ada', previousId: 'visitor-1' })
await analytics.closeAndFlush()

failures.forEach((failure) => console.error(failure))
process.exitCode = failures.length === 0 ? 0 : 1

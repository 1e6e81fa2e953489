// A mail server: node server.mjs PORT USER PASSWORD. It takes mail of who signs in as USER only, puts the first off (451), and prints
// each that it takes as a line of JSON.
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const [port, user, password] = process.argv.slice(2)
let isFirst = true

const server = new SMTPServer({
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth({ username, password: given }, _session, done) {
    const isKnown = username === user && given === password
    done(isKnown ? null : new Error('Wrong name or password'), { user: username })
  },
  async onData(stream, session, done) {
    const mail = await simpleParser(stream)
    if (isFirst) {
      isFirst = false
      done(Object.assign(new Error('Come again later'), { responseCode: 451 }))
      return
    }

    const { mailFrom, rcptTo } = session.envelope
    console.log(JSON.stringify({ from: mailFrom.address, to: rcptTo.map(({ address }) => address), id: mail.messageId, subject: mail.subject, text: mail.text, html: mail.html }))
    done()
  },
})
server.listen(Number(port), '127.0.0.1', () => console.log('ready'))

/**
 * A window shows Maji's own page and nothing else: no other site, no further window, no permission, no request to
 * any network. An address of a public office opens in the system's browser, after a person said yes.
 */
import type { Session } from 'electron'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { pageOrigin } from './page-scheme.ts'

/** Whose addresses the catalogue names: public offices and public bodies of Korea. */
const publicEndings = [
  '.go.kr',
  '.or.kr',
  '.re.kr',
  '.seoul.kr',
  '.korea.kr',
  '.nowon.kr',
  '.liveinkorea.kr',
]

export function isPublicAddress(address: string): boolean {
  const url = URL.canParse(address)
    ? new URL(address)
    : undefined
  return url?.protocol === 'https:' && url.username === '' && url.port === '' && publicEndings.some(ending => `.${url.hostname}`.endsWith(ending))
}

const isOwn = (address: string): boolean => address === pageOrigin || address.startsWith(`${pageOrigin}/`)
/** Parts of Chromium itself: its viewer of PDFs, documents made in the page or on their way to a printer, the developer's tools. */
const isInner = (address: string): boolean => /^(?:blob|data|chrome-extension|devtools|about|maji-paper):/.test(address)

export function keepToOwnPage(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOwn(url) && !isInner(url) }))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url))
        event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url) && !isInner(event.url))
        event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isPublicAddress(url))
        void askAndOpen(url)
      return { action: 'deny' }
    })
  })
}

const words = {
  ko: { message: '브라우저에서 열까요?', open: '열기', stay: '열지 않기' },
  en: { message: 'Open in the browser?', open: 'Open', stay: 'Stay here' },
} as const

async function askAndOpen(url: string): Promise<void> {
  const { message, open, stay } = words[app.getLocale().startsWith('ko')
    ? 'ko'
    : 'en']
  const window = BrowserWindow.getFocusedWindow()
  const question = {
    type: 'question' as const,
    message,
    detail: new URL(url).hostname,
    buttons: [open, stay],
    defaultId: 0,
    cancelId: 1,
  }
  const { response } = window
    ? await dialog.showMessageBox(window, question)
    : await dialog.showMessageBox(question)
  if (response === 0)
    await shell.openExternal(url)
}

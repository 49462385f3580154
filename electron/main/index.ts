/**
 * The process that owns the window. It starts the server, gives the window its port and keeps the window to its own
 * page. It knows no rule, no store and no resident.
 */
import type { ServerHandle } from './start-server.ts'
import { join } from 'node:path'
import process from 'node:process'
import { app, BrowserWindow, dialog, Menu, session } from 'electron'
import { keepToOwnPage } from './keep-to-own-page.ts'
import { menuTemplate } from './menu.ts'
import { pageOrigin, registerPageScheme, servePageScheme } from './page-scheme.ts'
import { startServer } from './start-server.ts'

registerPageScheme()

if (app.requestSingleInstanceLock())
  void app.whenReady().then(open)
else
  app.quit()

let server: ServerHandle | undefined
const switchValue = (name: string): string | undefined => app.commandLine.getSwitchValue(name) || undefined

async function open(): Promise<void> {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.getLocale(), process.platform)))
  keepToOwnPage(session.defaultSession)
  servePageScheme(join(import.meta.dirname, '../renderer'))
  const started = await startServer({
    data: switchValue('data'),
    sample: app.commandLine.hasSwitch('sample'),
  })
  if ('sentence' in started) {
    dialog.showErrorBox('Maji', started.sentence)
    return app.quit()
  }
  server = started
  server.onExit(() => app.quit())
  await openWindow(server)
}

async function openWindow({ givePort }: ServerHandle): Promise<void> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Maji',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Shows the PDF that was drawn here before it is printed.
      plugins: true,
      // Dictionaries would be fetched from the internet, and what is typed is personal.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  // Nothing of a visit in the title of a window, which other programs and the task bar show.
  window.on('page-title-updated', event => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  // A fresh page gets a fresh port, and with it nobody signed in.
  window.webContents.on('did-finish-load', () => givePort(window.webContents))
  app.on('second-instance', () => {
    if (window.isMinimized())
      window.restore()
    window.focus()
  })
  await window.loadURL(`${pageOrigin}/`)
}

app.on('window-all-closed', () => app.quit())

let stopped = false
app.on('before-quit', (event) => {
  if (stopped || !server)
    return
  // The store is closed in order before the program ends.
  event.preventDefault()
  void server.stop().then(() => {
    stopped = true
    app.quit()
  })
})

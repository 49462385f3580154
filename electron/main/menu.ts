/** The menu: what a text field and the screen need. Reloading is left out, it would sign everybody out. */
import type { MenuItemConstructorOptions } from 'electron'

const words = {
  ko: {
    edit: '편집',
    undo: '되돌리기',
    redo: '다시 하기',
    cut: '잘라내기',
    copy: '복사',
    paste: '붙여넣기',
    selectAll: '모두 고르기',
    view: '보기',
    zoomIn: '크게',
    zoomOut: '작게',
    zoomReset: '원래 크기',
    fullScreen: '전체 화면',
    quit: '맞이 끝내기',
  },
  en: {
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Usual size',
    fullScreen: 'Full screen',
    quit: 'Quit Maji',
  },
} as const

export function menuTemplate(locale: string, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const label = words[locale.startsWith('ko')
    ? 'ko'
    : 'en']
  const quit: MenuItemConstructorOptions = { role: 'quit', label: label.quit }
  return [
    {
      label: 'Maji',
      submenu: platform === 'darwin'
        ? [
            { role: 'hide' },
            { role: 'hideOthers' },
            { type: 'separator' },
            quit,
          ]
        : [quit],
    },
    {
      label: label.edit,
      submenu: [
        { role: 'undo', label: label.undo },
        { role: 'redo', label: label.redo },
        { type: 'separator' },
        { role: 'cut', label: label.cut },
        { role: 'copy', label: label.copy },
        { role: 'paste', label: label.paste },
        { role: 'selectAll', label: label.selectAll },
      ],
    },
    {
      label: label.view,
      submenu: [
        { role: 'zoomIn', label: label.zoomIn },
        { role: 'zoomOut', label: label.zoomOut },
        { role: 'resetZoom', label: label.zoomReset },
        { type: 'separator' },
        { role: 'togglefullscreen', label: label.fullScreen },
      ],
    },
  ]
}

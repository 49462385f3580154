/**
 * Every key of the page goes through this one handler.
 *
 * Letters and digits are read from the key's place, because a Korean keyboard says ㅏ where the cap says K.
 * Keys pressed while a syllable is being composed belong to the syllable (`isComposing`, 229).
 */
import { onScopeDispose, shallowReactive } from 'vue'

export interface Shortcut {
  /** `Alt+1`, `Ctrl+K`, `F1`, `Ctrl+Enter`, `Escape`; a plain digit or letter only outside of text fields. */
  readonly keys: string
  /** What it does, in the language of the page; shown on the shortcut sheet. */
  readonly says: () => string
  readonly run: (event: KeyboardEvent) => void
  /** Left out of reach, and off the sheet, while false. */
  readonly when?: () => boolean
}

interface Layer {
  readonly shortcuts: readonly Shortcut[]
  /** A dialog or the locked screen: nothing below it hears a key. */
  readonly modal: boolean
  readonly group: string
}

/** Newest last. */
const layers: Layer[] = shallowReactive([])

/** The key as `Ctrl+Alt+Shift+Name`. */
export function keysOf(event: KeyboardEvent): string {
  const place = /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(event.code)?.[1]
  const name = place ?? (event.key === ' ' ? 'Space' : event.key)
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey ? 'Shift+' : '']
  return held.join('') + name
}

const isPlain = (keys: string) => !/^F\d/.test(keys) && !keys.includes('Ctrl+') && !keys.includes('Alt+') && keys !== 'Escape'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement))
    return false
  return target.isContentEditable
    || target instanceof HTMLTextAreaElement
    || target instanceof HTMLSelectElement
    || (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type))
}

const reachable = ({ when }: Shortcut) => when === undefined || when()

function layersInReach(): Layer[] {
  const topModal = layers.findLastIndex(({ modal }) => modal)
  return layers.slice(Math.max(0, topModal)).reverse()
}

function handle(event: KeyboardEvent) {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented)
    return
  const keys = keysOf(event)
  if (isPlain(keys) && isTyping(event.target))
    return
  for (const { shortcuts } of layersInReach()) {
    const found = shortcuts.find(shortcut => shortcut.keys === keys && reachable(shortcut))
    if (found) {
      event.preventDefault()
      found.run(event)
      return
    }
  }
}

if (typeof window !== 'undefined')
  window.addEventListener('keydown', handle)

/**
 * Registers keys for as long as the component lives. `group` is the heading on the shortcut sheet, a key of
 * `app.shortcuts.groups`; `modal` keeps the keys of what lies below out of reach.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], { modal = false, group = 'page' } = {}): void {
  const layer: Layer = { shortcuts, modal, group }
  layers.push(layer)
  onScopeDispose(() => {
    const place = layers.indexOf(layer)
    if (place >= 0)
      layers.splice(place, 1)
  })
}

/** Keeps the keys of what lies below out of reach for as long as the component lives. */
export const useModalKeys = (shortcuts: readonly Shortcut[] = []): void => useShortcuts(shortcuts, { modal: true, group: 'dialog' })

/** What the shortcut sheet lists: every key in reach, the page's own first. */
export function knownShortcuts(): readonly { readonly group: string, readonly shortcuts: readonly Shortcut[] }[] {
  return [...layers].reverse().filter(({ modal }) => !modal).map(({ group, shortcuts }) => ({ group, shortcuts: shortcuts.filter(reachable) })).filter(({ shortcuts }) => shortcuts.length > 0)
}

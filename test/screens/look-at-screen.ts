/** What a screen must be, whatever is on it: accessible by axe, no wider than the window, nothing cut off. */
import type { Page } from 'playwright'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** One line for each rule that is broken, with the first places. */
async function broken(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, any }) => html.slice(0, 160) + ' ' + (any[0]?.message ?? '')).join(' | ')))`)
}

/** Sideways scrolling of the page, and text that its own box cuts off; an ellipsis that is meant shows its whole text elsewhere. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = []
    for (const scroller of [document.scrollingElement, ...document.querySelectorAll('.scroller, dialog')])
      if (scroller.scrollWidth > scroller.clientWidth + 1)
        found.push('scrolls sideways: ' + (scroller.className || scroller.tagName) + ' ' + scroller.scrollWidth + ' > ' + scroller.clientWidth)
    for (const element of document.querySelectorAll('h1, h2, h3, p, button, label, legend, th, td, dt, dd, a, option, span')) {
      const style = getComputedStyle(element)
      const hidden = style.overflowX === 'hidden' || style.overflowX === 'clip'
      if (!hidden || style.textOverflow === 'ellipsis' || element.closest('.sr-only, [aria-hidden=true]') || style.webkitLineClamp !== 'none')
        continue
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        found.push('cut off: ' + element.textContent.trim().slice(0, 40))
    }
    for (const element of document.querySelectorAll('button, label, h1, h2, th')) {
      const box = element.getBoundingClientRect()
      if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !element.closest('.sr-only, .skip, .overflow-x-auto'))
        found.push('beyond the window: ' + element.textContent.trim().slice(0, 40))
    }
    return found
  })()`)
}

export async function faultsOf(page: Page, language: 'ko' | 'en', names: readonly string[], axe: boolean): Promise<string[]> {
  const title = await page.title()
  const spoken = await page.locator('html').getAttribute('lang')
  return [
    ...spoken === language ? [] : [`lang is ${spoken}`],
    ...title.trim() === '' || names.some(name => title.includes(name)) ? [`title: ${title}`] : [],
    ...await cutOff(page),
    ...axe ? await broken(page) : [],
  ]
}

/** The parts of the page of papers, in their order, and who works with each. */
import type { Component } from 'vue'
import type { Role } from '#core/kernel/contract'
import BatchPanel from './BatchPanel.vue'
import BookletPanel from './booklet/BookletPanel.vue'
import DailyClosePanel from './DailyClosePanel.vue'
import LeafletsPanel from './LeafletsPanel.vue'

const desk = ['clerk', 'planner', 'lead'] as const

export const panels = {
  booklet: { component: BookletPanel, roles: ['lead', 'admin'] },
  leaflets: { component: LeafletsPanel, roles: desk },
  batch: { component: BatchPanel, roles: desk },
  close: { component: DailyClosePanel, roles: desk },
} as const satisfies Record<string, { readonly component: Component, readonly roles: readonly Role[] }>
export type PanelName = keyof typeof panels

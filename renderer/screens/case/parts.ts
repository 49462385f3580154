/** The parts of a case's page, in the order of the work. A new part is a line here and a folder beside this file. */
import type { Component } from 'vue'
import { defineAsyncComponent } from 'vue'
import OverviewPart from './overview/OverviewPart.vue'

export interface CasePart { readonly name: string, readonly icon: string, readonly part: Component }

export const parts = [
  { name: 'overview', icon: 'i-lucide-layout-dashboard', part: OverviewPart },
  { name: 'counselling', icon: 'i-lucide-message-square-text', part: defineAsyncComponent(() => import('./counselling/CounsellingPart.vue')) },
  { name: 'needs', icon: 'i-lucide-radar', part: defineAsyncComponent(() => import('./needs/NeedsPart.vue')) },
  { name: 'plan', icon: 'i-lucide-list-checks', part: defineAsyncComponent(() => import('./plan/PlanPart.vue')) },
  { name: 'linking', icon: 'i-lucide-waypoints', part: defineAsyncComponent(() => import('./linking/LinkingPart.vue')) },
  { name: 'contacts', icon: 'i-lucide-phone', part: defineAsyncComponent(() => import('./contacts/ContactsPart.vue')) },
  { name: 'files', icon: 'i-lucide-paperclip', part: defineAsyncComponent(() => import('./files/FilesPart.vue')) },
  { name: 'closing', icon: 'i-lucide-folder-check', part: defineAsyncComponent(() => import('./closing/ClosingPart.vue')) },
] as const satisfies readonly CasePart[]
export type PartName = typeof parts[number]['name']

import type { Component } from 'vue'
/** The tabs of a service, and on which of them a field stands. */
import type { Fault } from '#core/catalogue/editor/model'
import BenefitTab from './tabs/BenefitTab.vue'
import CheckTab from './tabs/CheckTab.vue'
import ConditionsTab from './tabs/ConditionsTab.vue'
import HistoryTab from './tabs/HistoryTab.vue'
import OverviewTab from './tabs/OverviewTab.vue'
import PapersTab from './tabs/PapersTab.vue'
import SourceTab from './tabs/SourceTab.vue'
import TextsTab from './tabs/TextsTab.vue'
import TryTab from './tabs/TryTab.vue'

interface Tab { readonly name: string, readonly part: Component, readonly edits: boolean }

export const tabs: readonly Tab[] = [
  { name: 'overview', part: OverviewTab, edits: false },
  { name: 'texts', part: TextsTab, edits: true },
  { name: 'conditions', part: ConditionsTab, edits: true },
  { name: 'benefit', part: BenefitTab, edits: true },
  { name: 'papers', part: PapersTab, edits: true },
  { name: 'source', part: SourceTab, edits: true },
  { name: 'try', part: TryTab, edits: false },
  { name: 'check', part: CheckTab, edits: false },
  { name: 'history', part: HistoryTab, edits: false },
]

const places: Readonly<Record<string, string>> = {
  criteria: 'conditions',
  concerns: 'conditions',
  counts: 'conditions',
  benefit: 'benefit',
  deadline: 'benefit',
  applyFrom: 'benefit',
  from: 'benefit',
  until: 'benefit',
  worth: 'benefit',
  applyAt: 'papers',
  how: 'papers',
  phone: 'papers',
  url: 'papers',
  bring: 'papers',
  discreet: 'papers',
  source: 'source',
  confidence: 'source',
  toCheck: 'source',
  reviewBy: 'source',
  bokjiroId: 'source',
}

export const tabOfFault = ({ path }: Fault): string => places[String(path[0])] ?? 'texts'

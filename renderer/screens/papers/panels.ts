/** The parts of the page of papers, in their order. */
import BatchPanel from './BatchPanel.vue'
import BookletPanel from './booklet/BookletPanel.vue'
import DailyClosePanel from './DailyClosePanel.vue'
import LeafletsPanel from './LeafletsPanel.vue'

export const panels = { booklet: BookletPanel, leaflets: LeafletsPanel, batch: BatchPanel, close: DailyClosePanel }

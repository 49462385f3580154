/**
 * What the office is writing on its papers. It waits in the page's memory when the panel is left, and goes with whoever
 * wrote it; whatever a colleague saved meanwhile is told when it is saved.
 */
import type { PaperTextsView } from '#core/paper-texts/contract'
import type { PaperTexts, Sentence, SentenceProblem } from '#core/paper-texts/model'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { mostLetters, sameText, sentenceProblems } from '#core/paper-texts/model'
import { useSession } from './session'

export interface TwoTexts { readonly ko: string, readonly en: string }
/** An approver's row keeps its identity while others are taken out above it. */
export interface ApproverRow extends TwoTexts { readonly id: number }

const isEmpty = ({ ko, en }: TwoTexts) => ko.trim() === '' && en.trim() === ''
const isHalf = ({ ko, en }: TwoTexts) => (ko.trim() === '') !== (en.trim() === '')
const trimmed = ({ ko, en }: TwoTexts): TwoTexts => ({ ko: ko.trim(), en: en.trim() })
let rows = 0

export const usePaperDraft = defineStore('paper-draft', () => {
  const session = useSession()
  const view = shallowRef<PaperTextsView>()
  /** Whatever was typed, by key; a sentence that was not touched is not here. */
  const typed = shallowRef<Readonly<Record<string, TwoTexts>>>({})
  const footer = ref<TwoTexts>({ ko: '', en: '' })
  const approvers = ref<readonly ApproverRow[]>([])
  const emblem = shallowRef<PaperTexts['emblem']>(null)

  const sentences = computed(() => new Map((view.value?.documents ?? []).flatMap(({ sentences }) => sentences).map(each => [each.key, each])))

  function fill(answer: PaperTextsView) {
    view.value = answer
    typed.value = {}
    footer.value = answer.paper.footer ?? { ko: '', en: '' }
    approvers.value = answer.paper.approvers.map(title => ({ id: ++rows, ...title }))
    emblem.value = answer.paper.emblem
  }
  function forget() {
    view.value = undefined
    typed.value = {}
  }
  watch(() => session.workOf, forget, { flush: 'sync' })

  const textOf = ({ key, own, shipped }: Sentence): TwoTexts => typed.value[key] ?? own ?? shipped
  const write = (key: string, text: TwoTexts) => typed.value = { ...typed.value, [key]: text }
  /** Reads as it ships. */
  const isShipped = (sentence: Sentence): boolean => sameText(textOf(sentence), sentence.shipped)

  /** As it would be kept: only what differs from what ships. */
  const paper = computed<PaperTexts>(() => ({
    sentences: Object.fromEntries([...sentences.value.values()].filter(each => !isShipped(each)).map(each => [each.key, trimmed(textOf(each))])),
    emblem: emblem.value,
    footer: isEmpty(footer.value) ? null : trimmed(footer.value),
    approvers: approvers.value.filter(row => !isEmpty(row)).map(trimmed),
  }))
  const dirty = computed(() => view.value !== undefined && JSON.stringify(inOrder(paper.value)) !== JSON.stringify(inOrder(view.value.paper)))

  const problemsOf = (sentence: Sentence): SentenceProblem[] => isShipped(sentence) ? [] : sentenceProblems(sentence, textOf(sentence))
  const problems = computed(() => [...sentences.value.values()].flatMap(problemsOf))
  const footerFault = computed<'half' | 'long' | undefined>(() => faultOf(footer.value, mostLetters.footer))
  const approverFault = (row: ApproverRow): 'half' | 'long' | undefined => faultOf(row, mostLetters.approver)
  const sound = computed(() => problems.value.length === 0 && !footerFault.value && approvers.value.every(row => !approverFault(row)))

  /** What is half typed is left out of the preview, so that there is one at any time. */
  const previewed = computed<PaperTexts>(() => ({
    ...paper.value,
    sentences: Object.fromEntries(Object.entries(paper.value.sentences).filter(([, { ko, en }]) => ko !== '' && en !== '')),
    footer: footerFault.value ? null : paper.value.footer,
    approvers: approvers.value.filter(row => !isEmpty(row) && !approverFault(row)).map(trimmed),
  }))

  /** The words of an older version, as if they were typed; `null`: as it ships. */
  function takeUp(older: Omit<PaperTexts, 'emblem'> | null) {
    typed.value = Object.fromEntries([...sentences.value.values()].map(({ key, shipped }) => [key, older?.sentences[key] ?? shipped]))
    footer.value = older?.footer ?? { ko: '', en: '' }
    approvers.value = (older?.approvers ?? []).map(title => ({ id: ++rows, ...title }))
  }
  const addApprover = () => approvers.value = [...approvers.value, { id: ++rows, ko: '', en: '' }]
  return { view, typed, footer, approvers, emblem, paper, previewed, dirty, problems, sound, footerFault, fill, textOf, write, isShipped, problemsOf, approverFault, takeUp, addApprover }
})

function faultOf(texts: TwoTexts, most: number): 'half' | 'long' | undefined {
  if (isHalf(texts))
    return 'half'
  return Math.max(texts.ko.trim().length, texts.en.trim().length) > most ? 'long' : undefined
}

/** Keys in their order, so that two papers can be compared. */
const inOrder = ({ sentences, emblem, footer, approvers }: PaperTexts): unknown =>
  [Object.keys(sentences).sort().map(key => [key, sentences[key]?.ko, sentences[key]?.en]), emblem?.base64, footer?.ko, footer?.en, approvers.map(({ ko, en }) => [ko, en])]

/**
 * Which sentences of which paper an office may write in its own words (고칠 수 있는 글).
 *
 * Headings, greetings, introductions, closing lines, footers. Never the wording of a consent, which has its own
 * versions, nor labels of fields, which belong to the data beside them.
 */
import type { EditableDocument } from './model.ts'

export interface EditableSentence {
  /** File and key in `resources/texts`. */
  readonly key: string
  /** Letters at most: a title keeps to its line, a footer to the foot of the page. */
  readonly most: number
  /** What the law, or fairness to the reader, wants said: may be added to, never left out. */
  readonly legal?: true
}

const [TITLE, SENTENCE, FOOTER] = [80, 400, 240]
const title = (key: string): EditableSentence => ({ key, most: TITLE })
const sentence = (key: string): EditableSentence => ({ key, most: SENTENCE })
const legal = (key: string): EditableSentence => ({ key, most: SENTENCE, legal: true })
const footer = (key: string): EditableSentence => ({ key, most: FOOTER, legal: true })

/** A sentence that stands on two papers is in both lists, and is the same sentence. */
export const editableSentences: { readonly [Document in EditableDocument]: readonly EditableSentence[] } = {
  'family-guide': [
    title('guide.title'),
    title('guide.titleAfterDeath'),
    ...['move-in', 'birth', 'death', 'counselling'].map(event => sentence(`guide.greeting.${event}`)),
    title('guide.actions.heading'),
    title('guide.actions.headingAfterDeath'),
    sentence('guide.actions.none'),
    title('guide.contact.heading'),
    title('guide.papers.heading'),
    sentence('guide.papers.intro'),
    sentence('guide.rest.intro'),
    title('guide.open.heading'),
    sentence('guide.open.intro'),
    legal('guide.related.intro'),
    sentence('guide.receiving.intro'),
    title('guide.unlikely.heading'),
    legal('guide.unlikely.intro'),
    title('guide.agencies.heading'),
    sentence('guide.agencies.intro'),
    title('guide.brief.title'),
    title('guide.brief.titleAfterDeath'),
    footer('guide.footer'),
  ],
  'leaflet': [
    title('guide.leaflet.title'),
    title('guide.leaflet.titleAfterDeath'),
    sentence('guide.leaflet.intro'),
    sentence('guide.leaflet.introAfterDeath'),
    title('guide.leaflet.services'),
    title('guide.leaflet.contact'),
    footer('guide.footerPlain'),
  ],
  'memo-sheet': [title('guide.memo.title'), sentence('guide.memo.intro')],
  'consent-form': [title('guide.consent.formTitle'), legal('guide.consent.formIntro'), legal('guide.consent.noNumber'), legal('guide.consent.withdraw')],
  'consent-copy': [title('guide.consent.copyTitle'), sentence('guide.consent.intro'), legal('guide.consent.withdraw'), legal('guide.consent.noNumber')],
  'withdrawal-receipt': [title('guide.withdrawal.title'), sentence('guide.withdrawal.intro'), legal('guide.withdrawal.again')],
  'application-form': [title('linking.form.packet'), sentence('linking.form.packetIntro'), title('linking.form.title'), legal('linking.form.governs'), legal('linking.form.declare'), title('linking.form.sign')],
  'service-plan': [title('plan.sheet.title'), sentence('plan.sheet.intro'), legal('plan.sheet.agreed'), title('plan.sheet.sign'), legal('plan.sheet.change'), footer('plan.sheet.footer')],
  'referral-letter': [
    title('linking.paper.referral.title'),
    sentence('linking.paper.referral.intro'),
    legal('linking.paper.referral.destroy'),
    footer('linking.paper.referral.footer'),
    title('linking.paper.slip.title'),
    sentence('linking.paper.slip.intro'),
    sentence('linking.paper.slip.introUntil'),
  ],
  'call-back-letter': [title('linking.paper.callBack.title.all'), legal('linking.paper.callBack.destroy'), sentence('linking.paper.callBack.confirm'), footer('linking.paper.callBack.footer')],
  'visit-sheets': [title('guide.visitSheet.title'), footer('guide.visitSheet.footer')],
  'first-counselling': [title('counselling.sheet.title'), footer('counselling.sheet.footer')],
  'meeting-minutes': [title('meetings.paper.agenda'), title('meetings.paper.minutes'), footer('meetings.paper.footerInternal'), footer('meetings.paper.footerOutside')],
  'closing-report': [title('closing.sheet.title'), footer('closing.sheet.footer')],
  'daily-close': [title('daily-close.title'), sentence('daily-close.intro'), title('daily-close.remarks'), title('daily-close.sign'), footer('daily-close.footer')],
}

export const editableKeys: ReadonlySet<string> = new Set(Object.values(editableSentences).flat().map(({ key }) => key))

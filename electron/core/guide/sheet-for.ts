/**
 * The sheet of a request, from data that its handler has read.
 *
 * What each document needs is the type beside its name; nothing here reads the store or decides who may see it.
 */
import type { FamilyMapData } from '../family-map/family-map-sheet.ts'
import type { Texts } from '../host.ts'
import type { Language } from '../kernel/text.ts'
import type { ConsentCopyData } from './consent-copy.ts'
import type { ConsentFormData } from './consent-form.ts'
import type { DocumentRequest } from './contract.ts'
import type { GuideData } from './guide-data.ts'
import type { LeafletData } from './leaflet.ts'
import type { Edition, Sheet } from './sheet.ts'
import type { WithdrawalData } from './withdrawal-receipt.ts'
import { familyMapSheet } from '../family-map/family-map-sheet.ts'
import { consentCopy } from './consent-copy.ts'
import { consentForm } from './consent-form.ts'
import { familyGuide } from './family-guide.ts'
import { leaflet } from './leaflet.ts'
import { withdrawalReceipt } from './withdrawal-receipt.ts'

/** What each document is made of. */
export interface DocumentData {
  /** Visit page, lookup of the day with its cards, marks, planner of the case (or nobody), settings of the center. */
  'family-guide': GuideData
  /** The consents of the visit with their strokes, and `wordingIn(texts, language, recipients)`. */
  'consent-copy': ConsentCopyData
  /** The wording in force. Nothing of the visit. */
  'consent-form': ConsentFormData
  /** The consent after the withdrawal, the household's day of destruction, who received it. */
  'withdrawal-receipt': WithdrawalData
  /** Catalogue and event notes. Nothing of anybody. */
  'leaflet': LeafletData
  /** Genogram and ecomap of a case. */
  'family-map': FamilyMapData
}
export type DocumentKind = DocumentRequest['document']

type Make<Kind extends DocumentKind> = (data: DocumentData[Kind], texts: Texts, language: Language, edition: Edition) => Sheet

/** A document without its maker does not compile. */
const makers: { readonly [Kind in DocumentKind]: Make<Kind> } = {
  'family-guide': familyGuide,
  'consent-copy': consentCopy,
  'consent-form': consentForm,
  'withdrawal-receipt': withdrawalReceipt,
  'leaflet': leaflet,
  'family-map': familyMapSheet,
}

export const sheetFor = <Kind extends DocumentKind>(document: Kind, data: DocumentData[Kind], texts: Texts, language: Language, edition: Edition): Sheet =>
  (makers[document] as Make<Kind>)(data, texts, language, edition)

/** "가족안내서-2026-11-22.pdf": kind and day, never a name. */
export const fileNameOf = (document: DocumentKind, texts: Texts, language: Language, on: string): string => {
  const files = texts[language].guide?.file
  const name = typeof files === 'object' ? files[document] : undefined
  return `${typeof name === 'string' ? name : document}-${on}.pdf`
}

/** All handlers of intake. A registry and nothing else. */
import { door } from '../door.ts'
import { answerOffer } from './answer-offer.ts'
import { callbackDone, callbacks, home } from './counter-home.ts'
import { giveUpVisit } from './give-up-visit.ts'
import { finishVisit, parkVisit, resumeVisit, toStep } from './move-visit.ts'
import { openNewVisit } from './open-visit.ts'
import { savePaperwork } from './save-paperwork.ts'
import { visitPage } from './visit-page.ts'

const page = door.intake.page.handler(({ input, context }) => {
  context.about('visit', input.visitId)
  return visitPage(context, input.visitId)
})

export const intakeHandlers = {
  home,
  open: openNewVisit,
  page,
  savePaperwork,
  answer: answerOffer,
  toStep,
  park: parkVisit,
  resume: resumeVisit,
  finish: finishVisit,
  giveUp: giveUpVisit,
  callbacks,
  callbackDone,
}

/** All handlers of referrals. A registry and nothing else. */
import { addOne, agencies, changeOne, importAgencies, readList } from './agency-handlers.ts'
import { callBackOne, letterSent } from './call-back-referrals.ts'
import { begin, drop, ofCase, preview, save } from './draft-referral.ts'
import { answer, end, remind, send, start } from './send-referral.ts'

export const referralHandlers = {
  agencies,
  addAgency: addOne,
  changeAgency: changeOne,
  readAgencies: readList,
  importAgencies,
  ofCase,
  preview,
  begin,
  save,
  drop,
  send,
  remind,
  answer,
  start,
  end,
  callBack: callBackOne,
  letterSent,
}

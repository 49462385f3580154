/**
 * Which agencies of the office's directory a paper may name that lies about for everybody, and how far.
 *
 * A house that shelters somebody lives on nobody knowing where it is: it stands on no paper, whatever field it was entered
 * under. So its name is read too, and generously: what is left out for a word too many is still on the screen.
 */
import type { AgencyField, AgencySector } from '../referrals/agency.ts'
import { speaksOfViolence } from '../eligibility/official/discreet.ts'

interface Agency { readonly name: string, readonly fields: readonly AgencyField[] }

const shelters = /쉼터|보호시설|보호소|피난처|피해자|그룹홈|shelter|refuge/i

/** It protects people (안전, 쉼터, 보호시설). */
export const isProtective = ({ name, fields }: Agency): boolean =>
  fields.includes('safety') || shelters.test(name) || speaksOfViolence(name)

/**
 * `whole`: with address and way. `phone`: an office of the state that protects and houses nobody, such as the department
 * for safety of a district; where it is, is asked on the phone. `not`: everybody else who protects.
 */
export function toldOnPaper(agency: Agency & { readonly sector: AgencySector }): 'whole' | 'phone' | 'not' {
  if (!isProtective(agency))
    return 'whole'
  const { name, fields, sector } = agency
  return sector === 'public' && !fields.includes('housing') && !speaksOfViolence(name) && !shelters.test(name) ? 'phone' : 'not'
}

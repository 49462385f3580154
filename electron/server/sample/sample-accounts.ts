/** The accounts of the sample center (표본 센터), shown on its sign-in screen. Nobody real; the passwords are no secret. */
import type { Role } from '#core/kernel/contract'

export interface SampleAccount {
  readonly name: string
  readonly role: string
  readonly password: string
  readonly roles: readonly Role[]
  readonly areas: readonly string[]
  readonly phone: string | null
}

const password = 'maji-sample'

function account(name: string, role: Role, areas: readonly string[] = [], phone: string | null = null, roles: readonly Role[] = [role]): SampleAccount {
  return {
    name,
    role,
    password,
    roles,
    areas,
    phone,
  }
}

/** The administrator first: that account sets the center up. */
export const sampleAccounts = [
  account('견본관리', 'admin'),
  account('견본민원', 'clerk', [], '02-000-0101'),
  account('견본접수', 'clerk', [], '02-000-0102'),
  account('견본하나', 'planner', ['표본로'], '02-000-0201'),
  account('견본두리', 'planner', ['견본길'], '02-000-0202'),
  account('견본세찬', 'planner', ['예시로'], '02-000-0203'),
  account('견본팀장', 'lead', [], '02-000-0200', ['lead', 'planner']),
] as const

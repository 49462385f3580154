/** The accounts of the sample center (표본 센터), shown on its sign-in screen. Nobody real; the passwords are no secret. */
import type { Role } from '#core/kernel/contract'

export interface SampleAccount {
  readonly name: string
  readonly role: string
  readonly password: string
  readonly roles: readonly Role[]
  readonly areas: readonly string[]
  readonly phone: string | null
  /** Shares its cases with whoever has the same. */
  readonly team: string | null
  /** Of an outside member of case meetings. */
  readonly agency: string | null
}

const password = 'maji-sample'

interface More { readonly phone?: string, readonly roles?: readonly Role[], readonly team?: string, readonly agency?: string }

function account(name: string, role: Role, areas: readonly string[] = [], { phone, roles = [role], team, agency }: More = {}): SampleAccount {
  return {
    name,
    role,
    password,
    roles,
    areas,
    phone: phone ?? null,
    team: team ?? null,
    agency: agency ?? null,
  }
}

/** The administrator first: that account sets the center up. */
export const sampleAccounts = [
  account('견본관리', 'admin'),
  account('견본민원', 'clerk', [], { phone: '02-000-0101' }),
  account('견본접수', 'clerk', [], { phone: '02-000-0102' }),
  account('견본하나', 'planner', ['표본로'], { phone: '02-000-0201', team: '1팀' }),
  account('견본두리', 'planner', ['견본길'], { phone: '02-000-0202', team: '1팀' }),
  account('견본세찬', 'planner', ['예시로'], { phone: '02-000-0203', team: '2팀' }),
  account('견본팀장', 'lead', [], { phone: '02-000-0200', roles: ['lead', 'planner'] }),
  account('견본위원', 'outside', [], { agency: '표본종합사회복지관' }),
] as const

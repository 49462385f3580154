/** Every operation the product offers. The page, MessagePort, HTTP and the audit trail know only this list. */
import type { ContractRouterClient } from '@orpc/contract'
import { audit } from './audit/contract.ts'
import { cases } from './cases/contract.ts'
import { catalogue } from './catalogue/contract.ts'
import { center } from './center/contract.ts'
import { consent } from './consent/contract.ts'
import { eligibility } from './eligibility/contract.ts'
import { guide } from './guide/contract.ts'
import { households } from './households/contract.ts'
import { intake } from './intake/contract.ts'
import { setup } from './setup/contract.ts'
import { staff } from './staff/contract.ts'

export const contract = { setup, staff, center, intake, consent, households, eligibility, cases, guide, catalogue, audit }
export type Client = ContractRouterClient<typeof contract>

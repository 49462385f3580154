/** The made-up family whose lookup is measured: two parents, two children, one of them just born, and a grandmother. */
import { HouseholdFacts } from '#core/eligibility/household-facts'

export const familyOfFive = HouseholdFacts.parse({
  event: { kind: 'birth', on: '2026-11-10' },
  residence: { province: '서울특별시', district: '동작구' },
  members: [
    { id: 'father', relation: 'head', birth: '1988-05-01', sex: 'male', livingTogether: true, facts: { employment: 'employed' } },
    { id: 'mother', relation: 'spouse', birth: '1990-05-01', sex: 'female', livingTogether: true },
    { id: 'first', relation: 'child', birth: '2021-03-02', sex: 'female', livingTogether: true },
    { id: 'newborn', relation: 'child', birth: '2026-11-10', sex: 'male', livingTogether: true },
    { id: 'grandmother', relation: 'parent', birth: '1950-05-01', sex: 'female', livingTogether: true },
  ],
})

/** The pages and who may open them. Addresses carry ids only. */
import type { Role } from '#core/kernel/contract'
import { createRouter, createWebHistory } from 'vue-router'
import CounterPage from './screens/counter/CounterPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title; never a name. */
    readonly title: string
    readonly roles: readonly Role[]
    /** Without rail and bar: for the hand. */
    readonly wholeScreen?: true
  }
}

const desk = ['clerk', 'planner', 'lead'] as const
const casework = ['planner', 'lead'] as const
const everybody = ['clerk', 'planner', 'lead', 'admin', 'outside'] as const
const office = ['admin', 'lead'] as const

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'counter', component: CounterPage, meta: { title: 'app.counter.title', roles: desk } },
    { path: '/visits/:visitId', name: 'visit', component: () => import('./screens/visit/VisitPage.vue'), meta: { title: 'app.titles.visit', roles: desk } },
    { path: '/cases', name: 'cases', component: () => import('./screens/cases/CasesPage.vue'), meta: { title: 'app.cases.title', roles: ['planner', 'lead'] } },
    { path: '/cases/:caseId', name: 'case', component: () => import('./screens/case/CasePage.vue'), meta: { title: 'app.titles.case', roles: ['planner', 'lead'] } },
    { path: '/cases/:caseId/door', name: 'door', component: () => import('./screens/door/DoorPage.vue'), meta: { title: 'home-visits.door.title', roles: casework, wholeScreen: true } },
    { path: '/calendar', name: 'calendar', component: () => import('./screens/calendar/CalendarPage.vue'), meta: { title: 'casework.pages.calendar', roles: casework } },
    { path: '/meetings', name: 'meetings', component: () => import('./screens/meetings/MeetingsPage.vue'), meta: { title: 'casework.pages.meetings', roles: casework } },
    { path: '/meetings/:meetingId', name: 'meeting', component: () => import('./screens/meetings/MeetingPage.vue'), meta: { title: 'casework.pages.meetings', roles: casework } },
    { path: '/outside', name: 'outside', component: () => import('./screens/outside/OutsidePage.vue'), meta: { title: 'casework.pages.outside', roles: ['outside'] } },
    { path: '/handbook', name: 'handbook', component: () => import('./screens/handbook/HandbookPage.vue'), meta: { title: 'casework.pages.handbook', roles: casework } },
    { path: '/agencies', name: 'agencies', component: () => import('./screens/agencies/AgenciesPage.vue'), meta: { title: 'casework.pages.agencies', roles: casework } },
    { path: '/team', name: 'team', component: () => import('./screens/team/TeamPage.vue'), meta: { title: 'casework.pages.team', roles: ['lead'] } },
    { path: '/papers', name: 'papers', component: () => import('./screens/papers/PapersPage.vue'), meta: { title: 'papers.title', roles: [...desk, 'admin'] } },
    { path: '/catalogue', name: 'catalogue', component: () => import('./screens/catalogue/CataloguePage.vue'), meta: { title: 'catalogue.title', roles: office } },
    { path: '/office', name: 'office', component: () => import('./screens/office/OfficePage.vue'), meta: { title: 'app.office.title', roles: office } },
    { path: '/me', name: 'me', component: () => import('./screens/office/MyAccountPage.vue'), meta: { title: 'app.me.title', roles: everybody } },
    { path: '/:rest(.*)*', name: 'unknown', component: () => import('./screens/UnknownPage.vue'), meta: { title: 'app.titles.unknown', roles: everybody } },
  ],
})

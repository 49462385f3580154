/** The page's beginning, the same in the Electron window and in a browser. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { i18n } from './texts'
import './client/without-eval'
import './theme/theme.css'
import 'virtual:nuxt-icon-bundle/register'

createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')

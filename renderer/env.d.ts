/// <reference types="vite/client" />
declare module 'virtual:nuxt-icon-bundle/register' {}

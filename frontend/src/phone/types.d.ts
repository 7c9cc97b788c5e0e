/// <reference types="vite-plugin-pwa/client" />
declare const __VERSION__: string;

import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // The route of the function that serves the page.
  base: '/payment/admin/webhook-dashboard/',
  plugins: [preact()],
  build: {
    target: 'es2022',
    // Inlined files would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // npm run dev: the page from here, its calls to a host on this machine.
    proxy: { '^/payment/(?!admin/webhook-dashboard)': 'http://127.0.0.1:7071' },
  },
});

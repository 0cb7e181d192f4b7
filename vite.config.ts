import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	build: {
		// Fonts stay files: an inlined font would be loaded whether or not its script is on the page.
		assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined)
	},
	server: { host: '127.0.0.1' },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		environment: 'node',
		pool: 'forks'
	}
});

import { test as base } from '@playwright/test';
import { watch } from './guard.ts';

export { expect } from '@playwright/test';

interface Options {
	/**
	 * What this test provokes on purpose: a finding of the guard that matches one of these is allowed. Set it with
	 * `test.use({ provoked: [/WebGL/] })`.
	 */
	provoked: readonly RegExp[];
}

interface Fixtures {
	/** Fails the test on anything that must never happen; see `watch`. On by itself. */
	guard: undefined;
}

/** The `test` of every browser test of the site. */
export const test = base.extend<Options & Fixtures>({
	provoked: [[], { option: true }],
	guard: [
		async ({ context, baseURL, provoked }, use) => {
			const findings = await watch(context, new URL(baseURL ?? '').origin);
			await use(undefined);
			const unexpected = findings.filter((finding) => !provoked.some((pattern) => pattern.test(finding)));
			base.expect(unexpected, 'what must never happen on a page of the site').toEqual([]);
		},
		{ auto: true }
	]
});

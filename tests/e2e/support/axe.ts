import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeOptions {
	/** The part to be looked at. */
	readonly only?: string | undefined;
	/** Rules that do not hold here; whoever names one says why. */
	readonly without?: readonly string[] | undefined;
}

/**
 * What axe finds on the page or on a part of it, in sentences. By axe itself and not by its builder, which reads it in
 * anew and opens a second page for frames each time: the site has no frames, and this takes a quarter of the time.
 */
export async function axe(page: Page, { only, without = [] }: AxeOptions = {}): Promise<readonly string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
	return page.evaluate(
		async ({ tags, only, without }) => {
			const { axe } = window as unknown as { axe: typeof axeCore };
			const { violations } = await axe.run(only ?? document, {
				runOnly: tags,
				resultTypes: ['violations'],
				rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
			});
			return violations.map(
				({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' | ')}`
			);
		},
		{ tags: TAGS, only, without }
	);
}

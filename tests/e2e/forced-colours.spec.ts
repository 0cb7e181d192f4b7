import type { Page } from '@playwright/test';
import { measureShapes, SCALE } from './support/contrast.ts';
import { openMore, siteOf } from './support/reach.ts';
import { atRest, drawn } from './support/rest.ts';
import { expect, test } from './support/test.ts';
import { WORDS } from './support/words.ts';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: SCALE });

const SHAPES =
	'[data-mark] .sign, [data-mark] .solid, [data-mark] line, .grip, .axis path, .map-view .segment, .map-view .dot, .ties .line, .ties .head, .legend .sign path, .row .sign path';
const HIDDEN = '[data-mark] > :not(.hit), .grip, .axis path, .map-view .mark, .ties, .legend svg, .row .sign svg';

/** What is painted in a colour that is not one of the reader's own. */
function ownColours(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const probe = document.createElement('i');
		document.body.append(probe);
		const names =
			'Canvas CanvasText LinkText VisitedText ActiveText ButtonFace ButtonText ButtonBorder Field FieldText Highlight HighlightText SelectedItem SelectedItemText Mark MarkText GrayText AccentColor AccentColorText';
		const opaque = (colour: string): string => colour.replace(/^rgba\((.*), [\d.]+\)$/, 'rgb($1)');
		const allowed = new Set(
			names.split(' ').map((name) => {
				probe.style.setProperty('forced-color-adjust', 'none');
				probe.style.color = name;
				return opaque(getComputedStyle(probe).color);
			})
		);
		probe.remove();
		const isOwn = (colour: string): boolean =>
			colour.startsWith('rgb') && !/, 0\)$/.test(colour) && !allowed.has(opaque(colour));
		const found = new Set<string>();
		for (const node of document.querySelectorAll('body *')) {
			if (!node.checkVisibility({ visibilityProperty: true })) continue;
			const style = getComputedStyle(node);
			const paints =
				node instanceof SVGElement
					? { fill: style.fill, stroke: style.stroke, stop: node.tagName === 'stop' ? style.stopColor : 'none' }
					: {
							color: style.color,
							background: style.backgroundColor,
							border: style.borderTopWidth === '0px' ? 'none' : style.borderTopColor
						};
			for (const [kind, colour] of Object.entries(paints))
				if (isOwn(colour)) found.add(`${kind} ${colour} of ${node.tagName} ${node.getAttribute('class') ?? ''}`);
		}
		return [...found];
	});
}

test('in forced colours everything is drawn in the reader’s own, and nothing is lost', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light', reducedMotion: 'reduce' });
	await page.goto('?from=2025-07&event=moscow-visit&place=damascus,moscow');
	const site = siteOf(page, WORDS.ltr);
	await expect(site.map.locator('canvas')).toBeVisible();
	await expect(site.details).toBeVisible();
	await openMore(site);
	await site.time.getByRole('button', { name: WORDS.ltr.timeline.rowsByCategory }).click();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
		await expect.poll(() => ownColours(page), colorScheme).toEqual([]);
		// The map's own ground is another with the scheme, and comes a moment later.
		await drawn(page.locator('.maplibregl-canvas'));
		await atRest(page);
		// Shapes alone: behind texts the browser itself lays the ground they need.
		const painted = await measureShapes(page, SHAPES, HIDDEN);
		expect(painted.length).toBeGreaterThan(40);
		expect
			.soft(
				painted.filter(({ ratio }) => ratio < 3),
				colorScheme
			)
			.toEqual([]);
	}

	// What says by a shade alone elsewhere that it is chosen, on, or of no use.
	const colourOf = (selector: string, property: string): Promise<string> =>
		page
			.locator(selector)
			.first()
			.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
	const system = (name: string): Promise<string> =>
		page.evaluate((colour) => {
			const probe = document.createElement('i');
			probe.style.setProperty('forced-color-adjust', 'none');
			probe.style.color = colour;
			document.body.append(probe);
			const { color } = getComputedStyle(probe);
			probe.remove();
			return color;
		}, name);
	const [highlight, grey, canvas] = await Promise.all(['Highlight', 'GrayText', 'Canvas'].map(system));
	expect(await colourOf('#events .row.selected', 'border-inline-start-color')).toBe(highlight);
	expect(await colourOf('#events .row:not(.selected)', 'border-inline-start-color')).toBe(canvas);
	expect(await colourOf('.timeline button[aria-pressed="true"]', 'background-color')).toBe(highlight);
	expect(await colourOf('.timeline button[aria-disabled="true"]', 'color')).toBe(grey);
	expect(await colourOf('[data-mark].selected .hit', 'stroke')).toBe(highlight);
	expect(await colourOf('[data-mark].ghost .sign', 'fill')).toBe(grey);
	expect(await colourOf('.map-view .picked .halo', 'stroke')).toBe(highlight);
	expect(await colourOf('.ties .strong .line', 'stroke')).toBe(highlight);
	expect(await colourOf('.track', 'display')).toBe('block');
	expect(
		await page.locator('.brush > .body').evaluate((node) => getComputedStyle(node, '::before').backgroundColor)
	).toBe(highlight);
	await site.time.getByRole('slider', { name: WORDS.ltr.timeline.from, exact: true }).press('ArrowRight');
	expect(await colourOf('.handle:focus-visible .grip', 'outline-color')).toBe(highlight);
});

import { expect, type Page } from '@playwright/test';
import type { DatasetName } from '../../support/datasets.ts';
import { AMBIGUOUS, chooseFiles, EMPTY, FAULTY, openOwnData, SWAPPED, unfoldAll } from './own-data.ts';
import { closeDialog, closeFilters, listed, openFilters, openMore, press, type, zoomIn, type Site } from './reach.ts';

export interface State {
	readonly name: string;
	/** From the state before it in its walk, or from the page as its link opens it. */
	readonly reach?: (site: Site) => Promise<void>;
	/** The query to go to from there, as Back would: without loading the page anew. */
	readonly address?: string;
	/** The part to be looked at, where the rest is that of another state. */
	readonly only?: string;
	/** Rules of axe that do not hold here. */
	readonly without?: readonly string[];
}

/** States that one page goes through, one after the other. */
export interface Walk {
	readonly dataset?: DatasetName;
	readonly link: string;
	readonly before?: (page: Page) => Promise<void>;
	readonly states: readonly State[];
}

const TIMELINE = '.timeline';
const EVENTS = '#events';
const DIALOG = 'dialog[open]';

const isEmpty = ({ events }: Site): Promise<void> => expect(events.locator('.empty')).toBeVisible();
const hasDetails = ({ details }: Site): Promise<void> => expect(details).toBeVisible();

/** The page without a graphics card's help. */
function withoutWebGL(page: Page): Promise<unknown> {
	return page.addInitScript(() => {
		const original = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = new Proxy(original, {
			apply: (target, canvas, [type, ...rest]: [string, ...unknown[]]) =>
				type.startsWith('webgl') ? null : Reflect.apply(target, canvas, [type, ...rest])
		});
	});
}

function withoutBasemap(page: Page): Promise<unknown> {
	return page.route('**/basemap.pmtiles', (route) => route.fulfill({ status: 200, body: 'PMTiles and all the rest' }));
}

/** As the browser does before it prints. */
async function layOutPaper({ page }: Site): Promise<void> {
	const sheets = (): Promise<number> =>
		page.evaluate(() => {
			dispatchEvent(new Event('beforeprint'));
			return document.querySelectorAll('.paper').length;
		});
	await expect.poll(sheets).toBe(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.paper')).toBeVisible();
}

/** Where the timeline stands under the map and the map has left the screen. */
async function scrollToEnd({ page }: Site): Promise<void> {
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	const isNarrow = (page.viewportSize()?.width ?? 0) < 960;
	await expect(page.locator('#time.docked')).toHaveCount(isNarrow ? 1 : 0);
}

/** A search that, with all of these filters, makes a link of more than 2,000 characters. */
const LONG = 'ก'.repeat(200);
const MANY_FILTERS =
	'?place=damascus,khmeimim,moscow,new-york,tartous&category=bases-and-strikes,diplomacy,power,statements' +
	'&actor=ahmed-al-sharaa,asaad-al-shibani,alexander-novak,syrian-community-in-russia,baath-party&known=2025-10-14';

const HEAD: readonly State[] = [
	{
		name: 'the languages to choose from',
		reach: async ({ page, w }) => {
			await page
				.locator('summary')
				.and(page.getByLabel(w.page.language, { exact: true }))
				.click();
			await expect(page.locator('header details a').last()).toBeVisible();
		},
		only: 'header'
	},
	{
		// As the first script of the page does where the browser prefers the other language.
		name: 'another language offered',
		reach: async ({ page }) => {
			await page.keyboard.press('Escape');
			await page.evaluate(() => {
				const root = document.documentElement;
				root.setAttribute('data-offer', root.lang === 'en' ? 'ar' : 'en');
			});
			await expect(page.locator('header a.offer').filter({ visible: true })).toHaveCount(1);
		},
		only: 'header'
	},
	{
		name: 'the pad that moves the map',
		reach: async ({ page, map, w, button }) => {
			await page.evaluate(() => document.documentElement.removeAttribute('data-offer'));
			await button(w.map.pan, map).click();
			await expect(button(w.map.panLeft, map)).toBeVisible();
		},
		only: '.map-view'
	},
	{
		name: 'the sheet of keys',
		reach: async ({ page, map, w, button, dialog }) => {
			await button(w.map.pan, map).press('Enter');
			await page.keyboard.press('?');
			await expect(dialog.getByRole('checkbox')).toBeVisible();
		},
		only: DIALOG
	}
];

const READING: readonly Walk[] = [
	{
		link: '',
		states: [
			{ name: 'everything' },
			...HEAD,
			{
				name: 'a place pointed at on the map',
				reach: async (site) => {
					const { map } = site;
					await closeDialog(site);
					const mark = map.locator('button.mark').first();
					await mark.focus();
					await expect(mark.locator('.card')).toBeVisible();
				}
			},
			{
				name: 'a search typed',
				reach: async (site) => {
					await type(site, 'PUTIN mosc');
					await listed(site, 3);
				}
			},
			{
				name: 'a search that finds nothing',
				reach: async (site) => {
					await type(site, 'zebra');
					await listed(site, 0);
					await expect(site.events.locator('.empty')).toBeVisible();
				}
			}
		]
	},
	{
		link: '?from=2025-07&to=2025-10&place=damascus,moscow&status=planned&q=al',
		states: [
			{ name: 'chips of five filters', reach: ({ w, button }) => expect(button(w.filters.clear)).toBeVisible() },
			{ name: 'the filters, with some of them set', reach: openFilters },
			{
				name: 'all values of a facet',
				reach: async ({ w, page, button }) => {
					const actors = page.getByRole('group', { name: w.filters.facet.actors, exact: true });
					await button(w.filters.showAll(10), actors).click();
					// Else what stands at the foot may cover a part of a box, which counts as a small one.
					await page.locator('dialog[open], .panel').evaluate((node) => node.scrollTo(0, node.scrollHeight));
				}
			},
			{
				name: 'no value of a facet by that name',
				reach: async ({ w, page }) => {
					const actors = page.getByRole('group', { name: w.filters.facet.actors, exact: true });
					await actors.getByRole('searchbox').fill('zebra');
					await expect(actors).toContainText(w.filters.nothingFound);
				}
			},
			{
				name: 'sharing',
				reach: async (site) => {
					await closeFilters(site);
					await site.button(site.w.page.share).click();
					await expect(site.dialog.getByRole('textbox', { name: site.w.share.link })).toBeVisible();
				}
			}
		]
	},
	{
		link: MANY_FILTERS,
		states: [
			{
				name: 'a view that fits in no link',
				reach: async (site) => {
					await type(site, LONG);
					await site.button(site.w.page.share).click();
					await expect(site.dialog).toBeVisible();
					await expect(site.dialog.getByRole('textbox')).toHaveCount(0);
				},
				only: DIALOG
			},
			{
				name: 'nothing left by all filters together',
				reach: async (site) => {
					await closeDialog(site);
					await expect(site.events.locator('.empty')).toBeVisible();
				}
			}
		]
	},
	{
		link: '?place=damascus',
		states: [
			{ name: 'a place chosen', reach: (site) => listed(site, 11) },
			{ name: 'the end of the page', reach: scrollToEnd },
			{ name: 'a category, dark by link', address: '?category=power&theme=dark' },
			{ name: 'an actor, light by link', address: '?actor=israel&theme=light' },
			{ name: 'a source, newest first', address: '?source=report-b&order=desc', only: EVENTS },
			{ name: 'nothing known by a day', address: '?known=2025-10-13', reach: isEmpty },
			{ name: 'only what is in the map view', address: '?bounds=30,50,45,60', reach: (site) => listed(site, 7) },
			{ name: 'nothing in the time window', address: '?from=1980&to=1981', reach: isEmpty }
		]
	},
	{
		link: '?event=gone&from=soon&place=moscow,atlantis',
		states: [
			{
				name: 'notices about a link',
				reach: ({ page, w }) =>
					expect(page.getByRole('complementary', { name: w.share.notices, exact: true })).toBeVisible()
			}
		]
	},
	{
		link: '',
		before: async (page) => void (await withoutWebGL(page)),
		states: [
			{ name: 'a browser without WebGL', reach: ({ map, w }) => expect(map).toContainText(w.map.unsupported) },
			{
				name: 'the first tab stop',
				reach: async ({ page }) => {
					await page.locator('body').press('Tab');
					await expect(page.locator('.skip a').first()).toBeFocused();
				},
				only: '.skip'
			}
		]
	},
	{
		link: '',
		before: async (page) => void (await withoutBasemap(page)),
		states: [
			{
				name: 'a host that sends no part of a file',
				reach: ({ map, w }) => expect(map).toContainText(w.map.noBasemap)
			}
		]
	}
];

const DETAILS: Walk = {
	link: '?event=new-government',
	states: [
		{ name: 'reports that differ', reach: hasDetails },
		{ name: 'a planned journey', address: '?event=moscow-visit', reach: hasDetails },
		{ name: 'an event whose date is inferred', address: '?event=assad-rule-begins', reach: hasDetails, only: EVENTS },
		{ name: 'an agency quoted, places talked about', address: '?event=talks-on-bases', reach: hasDetails },
		{
			name: 'an event that the filters hide',
			address: '?event=un-address&place=moscow',
			reach: hasDetails,
			only: EVENTS
		},
		{ name: 'the paper', reach: layOutPaper }
	]
};

const TIME: readonly Walk[] = [
	{
		link: '?from=2025-07&to=2025-10-14&play=cumulative',
		states: [
			{ name: 'a time window' },
			{
				name: 'the focus on a handle',
				reach: async ({ time, w }) => {
					const from = time.getByRole('slider', { name: w.timeline.from, exact: true });
					await from.press('ArrowRight');
					await from.press('ArrowLeft');
					await expect(from).toBeFocused();
				},
				only: TIMELINE
			},
			{
				name: 'a mark pointed at',
				reach: async ({ time, events }) => {
					const mark = time.locator('[data-mark="novak-in-damascus"]');
					await mark.focus();
					await expect(mark).toHaveClass(/lit/);
					await expect(events.locator('[data-event-id="novak-in-damascus"]')).toHaveClass(/lit/);
				}
			},
			{ name: 'the rarer controls', reach: openMore },
			{
				name: 'a date that is none',
				reach: async ({ page, time, w }) => {
					const field = time.getByRole('textbox', { name: w.timeline.fromDate, exact: true });
					await field.fill('soon');
					await field.press('Enter');
					await expect(page.getByText(w.timeline.badDate('soon'))).toBeVisible();
				},
				only: TIMELINE
			},
			{
				name: 'playing',
				// So far from the end of the data that it is not there yet when it has been looked at.
				address: '?from=2024-12&to=2024-12&play=cumulative',
				reach: async (site) => {
					await site.page.keyboard.press('Escape');
					await site.time.getByRole('combobox', { name: site.w.timeline.speed }).selectOption('0.5');
					await press(site, site.w.timeline.play);
					await expect(site.button(site.w.timeline.pause, site.time)).toBeVisible();
				},
				only: TIMELINE
			}
		]
	},
	{
		link: '?axis=linear&order=desc',
		states: [
			{ name: 'an axis without folds' },
			{
				name: 'a single moment',
				reach: async (site) => {
					await openMore(site);
					await press(site, site.w.timeline.moment);
					await expect(site.button(site.w.timeline.moment, site.time)).toHaveAttribute('aria-pressed', 'true');
				},
				only: TIMELINE
			}
		]
	},
	{
		dataset: 'uncertain',
		link: '?event=disagreeing-claims',
		states: [
			{ name: 'dates of every kind', reach: openMore },
			{
				name: 'a gap unfolded',
				reach: async ({ time }) => {
					const folds = time.locator('button.isFold');
					const all = await folds.count();
					await folds.first().press('Enter');
					await expect(folds).toHaveCount(all - 1);
				},
				only: TIMELINE
			},
			{
				name: 'rows by category',
				reach: async (site) => {
					await press(site, site.w.timeline.rowsByCategory);
					await expect(site.time.locator('g.row').first()).toBeAttached();
				},
				only: TIMELINE
			},
			{
				name: 'rows, come near',
				reach: (site) => zoomIn(site),
				only: TIMELINE
			},
			{
				name: 'the table of counts',
				reach: async (site) => {
					await press(site, site.w.timeline.countsTable);
					await expect(site.dialog.getByRole('table')).toBeVisible();
				},
				only: DIALOG
			}
		]
	},
	{
		// A month: of 600 events, some eight in the list. The bars count all of them.
		dataset: 'crowded',
		link: '?from=2016-12&to=2016-12',
		states: [
			{ name: 'bars', reach: ({ time }) => expect(time.locator('[role="img"]')).toBeVisible(), only: TIMELINE },
			{
				name: 'bars that a filter cuts',
				address: '?from=2016-12&to=2016-12&category=common',
				reach: async (site) => {
					await openMore(site);
					await expect(site.time).toContainText(site.w.timeline.forms.hidden);
				},
				only: TIMELINE
			},
			{ name: 'bars, come near, over the whole', reach: (site) => zoomIn(site), only: TIMELINE }
		]
	},
	{
		dataset: 'crowded',
		link: '?from=2014',
		states: [
			// Marks of places that are near each other lie near each other: list and filters have the same, and larger.
			{ name: 'places that have no mark of their own', only: '.map-view', without: ['target-size'] },
			{
				name: 'the second page of a long list',
				reach: async ({ events, w, button }) => {
					await button(w.longList.next, events).click();
					await expect(button(w.longList.previous, events)).toBeEnabled();
				},
				only: '[data-event-list] > :last-child'
			}
		]
	},
	{ dataset: 'millennium', link: '', states: [{ name: 'a thousand years', only: TIMELINE }] },
	{ dataset: 'one-instant', link: '', states: [{ name: 'everything at one time' }] },
	{ dataset: 'one-day', link: '', states: [{ name: 'everything on one day' }] },
	{ dataset: 'undated', link: '', states: [{ name: 'nothing dated' }] },
	{ dataset: 'oversized', link: '', states: [{ name: 'texts that are far too long' }] }
];

const OWN_DATA: Walk = {
	link: '',
	states: [
		{
			name: 'files of one’s own to be chosen',
			reach: async ({ page, w }) => void (await openOwnData(page, w)),
			only: DIALOG
		},
		{
			name: 'a question about a file',
			reach: async ({ page, w, dialog }) => {
				await chooseFiles(page, [AMBIGUOUS], w);
				await unfoldAll(dialog);
			},
			only: DIALOG
		},
		{
			name: 'the question answered',
			reach: async ({ w, dialog, button }) => {
				await dialog.getByRole('radio').first().check();
				await expect(button(w.importing.show(3), dialog)).toBeEnabled();
			},
			only: DIALOG
		},
		{
			name: 'several files with problems',
			reach: async ({ page, w, dialog }) => {
				await chooseFiles(page, [SWAPPED, FAULTY, EMPTY], w);
				await unfoldAll(dialog);
			},
			only: DIALOG
		}
	]
};

const OUTSIDE: readonly Walk[] = [
	{
		link: '?place=moscow',
		states: [
			{
				name: 'code, files, pictures and references',
				reach: async ({ w, button, dialog }) => {
					await button(w.page.share).click();
					await unfoldAll(dialog);
					await expect(dialog.locator('textarea')).toHaveCount(3);
				},
				only: DIALOG
			}
		]
	},
	{
		link: 'embed/?place=moscow&from=2025-07',
		states: [
			{ name: 'in a frame of an article' },
			{ name: 'an event chosen in a frame', address: '?event=new-government', reach: hasDetails }
		]
	}
];

/** Every state of the page that has a name of its own. */
export const WALKS: readonly Walk[] = [...READING, DETAILS, ...TIME, OWN_DATA, ...OUTSIDE];

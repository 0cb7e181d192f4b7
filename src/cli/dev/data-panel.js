/* global document, location, CSSStyleSheet */
/** In the browser, in development: what is wrong with the data, over the page or in place of it. */
import { totalOf, summaryOf } from './data-summary.js';

const STYLE = `
:host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
:host([whole]) { position: static; display: block; }
section { box-sizing: border-box; background: Canvas; color: CanvasText; border-block-start: 3px solid GrayText; }
section.error { border-color: #c22; }
:host([whole]) section { max-inline-size: 60rem; margin: 0 auto; padding: 1.5rem; border: 0; }
summary { padding: 0.5rem 1rem; cursor: pointer; font-weight: 600; }
:host([whole]) summary { font-size: 1.3rem; padding-inline: 0; }
.list { overflow: auto; max-block-size: 45vh; padding: 0 1rem 1rem; }
:host([whole]) .list { max-block-size: none; padding-inline: 0; }
h2 { font-size: 1rem; margin: 1rem 0 0.25rem; }
article { border-inline-start: 3px solid GrayText; padding-inline-start: 0.75rem; margin-block: 0.75rem; }
.error article { border-color: #c22; }
p { margin: 0.15rem 0; overflow-wrap: anywhere; }
code { font: 0.9em ui-monospace, monospace; }
`;

/** Kept while the page reloads at every change. */
const FOLDED = 'chronotope-data-panel-folded';

/**
 * @param {string} name
 * @param {(Node | string)[]} children Texts are only ever texts.
 */
function element(name, ...children) {
	const made = document.createElement(name);
	made.append(...children);
	return made;
}

/** @param {import('../../lib/io/problems.ts').Problem} problem */
function placeOf({ file, line, pointer }) {
	if (pointer.startsWith('/')) return `${file} ${pointer}`;
	return [file, pointer === '' ? line : pointer].filter((part) => part !== null).join(':');
}

/** @param {import('../../routes/live-data.server.ts').LiveReport['groups'][number]['first'][number]} problem */
function problemElement(problem) {
	const facts = [
		problem.record === null
			? null
			: `record ${typeof problem.record === 'number' ? problem.record + 1 : problem.record}`,
		problem.field === null ? null : `field ${problem.field}`,
		problem.value === null ? null : `value “${problem.value}”`
	].filter((fact) => fact !== null);
	return element(
		'article',
		element('p', element('code', [placeOf(problem), ...facts].join(' · '))),
		element('p', problem.why),
		element('p', problem.mend)
	);
}

/** @param {import('../../routes/live-data.server.ts').LiveReport} report */
function panelOf(report) {
	const { isUsable, failure, groups } = report;
	const errors = totalOf(report, 'error');
	const list = element('div');
	list.className = 'list';
	if (failure !== null) list.append(element('p', failure));
	for (const { severity, code, count, first } of groups) {
		const group = element('div', element('h2', `${severity} ${code}: ${count.toLocaleString('en-GB')}`));
		group.className = severity;
		group.append(...first.map(problemElement));
		const more = count - first.length;
		if (more > 0) group.append(element('p', `… and ${more.toLocaleString('en-GB')} more`));
		list.append(group);
	}
	list.append(
		element(
			'p',
			'This list is here while you work; the built site does not have it. The page follows the files by itself.'
		)
	);
	const details = document.createElement('details');
	details.append(element('summary', summaryOf(report)), list);
	details.open = !isUsable || (errors > 0 && sessionStorage.getItem(FOLDED) === null);
	details.addEventListener('toggle', () => {
		if (details.open) sessionStorage.removeItem(FOLDED);
		else sessionStorage.setItem(FOLDED, '');
	});
	const section = element('section', details);
	section.className = errors > 0 || failure !== null ? 'error' : 'warning';
	section.setAttribute('aria-label', 'Problems of the data');
	return section;
}

/** @param {import('../../routes/live-data.server.ts').LiveReport} report */
function show(report) {
	if (report.isUsable && report.groups.length === 0) return;
	const host = document.createElement('chronotope-data-panel');
	host.toggleAttribute('whole', !report.isUsable);
	const root = host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(STYLE);
	root.adoptedStyleSheets = [sheet];
	root.append(panelOf(report));
	document.documentElement.append(host);
}

/** What the page was made from; `undefined`: it does not say. */
function stampOfPage() {
	const [page] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
	return page?.serverTiming.find(({ name }) => name === 'data')?.description;
}

/** @returns {Promise<import('../../routes/live-data.server.ts').LiveReport | null>} */
async function ask() {
	const response = await fetch('/@data-report');
	if (!response.ok) return null;
	const report = await response.json();
	const shown = stampOfPage();
	// Changed while the page was on its way, when nobody could be told yet.
	if (shown !== undefined && report.stamp !== shown) location.reload();
	return report;
}

// From here on the page hears of every change.
import.meta.hot?.on('vite:ws:connect', ask);
const report = await ask();
if (report !== null) show(report);

export {};

import type { Page } from '@playwright/test';

export interface SaidText {
	readonly text: string;
	/** The element that has it, and the attribute, for the message of a failure. */
	readonly where: string;
}

/**
 * Every text that the page says now to eyes or ears, in attributes too, but for what is marked as being in another language.
 */
export const saidTexts = (page: Page): Promise<readonly SaidText[]> =>
	page.evaluate(() => {
		const own = document.documentElement.lang;
		const said: SaidText[] = [];
		const add = (element: Element, text: string | null, attribute = ''): void => {
			if (text === null || text.trim() === '') return;
			if (element.closest('[lang]')?.getAttribute('lang') !== own) return;
			const { className, tagName } = element;
			said.push({ text: text.trim(), where: `${tagName.toLowerCase()}.${String(className)} ${attribute}` });
		};
		const isShown = (element: Element): boolean => element.checkVisibility() && element.closest('noscript') === null;
		const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (nodes.nextNode()) {
			const { parentElement, nodeValue } = nodes.currentNode;
			if (parentElement !== null && isShown(parentElement)) add(parentElement, nodeValue);
		}
		for (const element of document.body.querySelectorAll('*')) {
			if (!isShown(element)) continue;
			for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription'])
				add(element, element.getAttribute(name), name);
		}
		add(document.documentElement, document.title, 'title of the page');
		return said;
	});

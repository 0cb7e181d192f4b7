import type { Page } from '@playwright/test';

export interface Target {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	/** In a sentence, whose line decides its height (WCAG 2.5.8, inline). */
	readonly isInline: boolean;
	/** The event whose row in the list does the same as this mark of the timeline (WCAG 2.5.8, equivalent). */
	readonly event: string | null;
	/** It is such a mark, of an event that the filter keeps out of the list. */
	readonly isFilteredOut: boolean;
}

/** Everything that can be pressed and is seen, with the room that answers to a press. */
export function targets(page: Page): Promise<readonly Target[]> {
	return page.evaluate(() => {
		const modal = document.querySelector('dialog[open]') ?? document;
		const found = modal.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary, [role="button"], [role="slider"]'
		);
		return [...found].flatMap((node) => {
			if (!node.checkVisibility({ visibilityProperty: true }) || node.closest('.skip') !== null) return [];
			// A label is pressed for its box, and the row of the list for its link.
			const covers = getComputedStyle(node, '::after').position === 'absolute';
			const box = node.closest('label') ?? (covers ? node.closest('li') : null) ?? node;
			const { width, height } = box.getBoundingClientRect();
			return [
				{
					name: `${node.getAttribute('role') ?? node.localName} ${node.getAttribute('aria-label') ?? box.textContent.trim()}`,
					width: Math.round(width),
					height: Math.round(height),
					isInline: getComputedStyle(node).display === 'inline' && !covers,
					event: node.getAttribute('data-mark'),
					isFilteredOut: node.matches('[data-mark].ghost')
				}
			];
		});
	});
}

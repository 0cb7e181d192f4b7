import type { Page } from '@playwright/test';

/** What has the focus: what a reader hears of it, and whether it is seen. */
export interface Stop {
	/** `link "Skip to the map" in Skip to`. */
	readonly says: string;
	/** Why it cannot be seen where it is; empty when it can. */
	readonly flaws: readonly string[];
}

/** What has the focus; `null`: nothing in the page. */
export function focusedStop(page: Page): Promise<Stop | null> {
	return page.evaluate(async () => {
		const element = document.activeElement;
		if (element === null || element === document.body) return null;

		const ROLES: Readonly<Record<string, string>> = {
			a: 'link',
			button: 'button',
			select: 'choice',
			summary: 'disclosure',
			input: 'field',
			canvas: 'canvas'
		};
		const textOf = (node: Element): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
		const nameOf = (node: Element): string => {
			const labelledBy = node.getAttribute('aria-labelledby');
			const by = labelledBy === null ? null : document.getElementById(labelledBy);
			const label = node instanceof HTMLInputElement ? node.labels?.[0] : undefined;
			return node.getAttribute('aria-label') ?? textOf(by ?? label ?? node);
		};
		const AREAS = 'nav, section[aria-label], section[aria-labelledby], aside, [role="group"], dialog, header, footer';
		const areas: string[] = [];
		for (let box = element.parentElement?.closest(AREAS); box; box = box.parentElement?.closest(AREAS)) {
			areas.unshift(box.matches('header, footer') ? box.localName : nameOf(box));
		}
		const type = element.getAttribute('type');
		const role =
			type === 'checkbox' ? type : (element.getAttribute('role') ?? ROLES[element.localName] ?? element.localName);
		const says = `${role} "${nameOf(element)}" in ${areas.join(' > ') || 'page'}`;

		const ownPoints = (): number => {
			const { left, top, width, height } = element.getBoundingClientRect();
			const points = [0.2, 0.5, 0.8].flatMap((x) =>
				[0.2, 0.5, 0.8].map((y) => [left + x * width, top + y * height] as const)
			);
			return points.filter(([x, y]) => {
				const hit = document.elementFromPoint(x, y);
				return hit !== null && (element.contains(hit) || (hit.contains(element) && hit.localName === 'label'));
			}).length;
		};

		// The ring may be drawn by a part of it: the grip of a handle, the row around a link, the box behind a mark.
		const canvas = new OffscreenCanvas(1, 1).getContext('2d');
		const luminance = (colour: string): number => {
			if (canvas === null) return 0;
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = colour;
			canvas.fillRect(0, 0, 1, 1);
			const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
				const part = value / 255;
				return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const probe = document.body.appendChild(document.createElement('i'));
		const grounds = ['panel', 'ground', 'land', 'water'].map((name) => {
			probe.style.color = `var(--${name})`;
			return getComputedStyle(probe).color;
		});
		probe.remove();
		const isRing = (widthPx: string, colour: string): boolean =>
			parseFloat(widthPx) >= 2 &&
			grounds.every((ground) => {
				const [a, b] = [luminance(colour), luminance(ground)];
				return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3;
			});
		const parts = [element, ...element.querySelectorAll('*')];
		const hasRing = (): boolean =>
			parts.some((part) =>
				[null, '::after'].some((pseudo) => {
					const style = getComputedStyle(part, pseudo);
					if (style.outlineStyle !== 'none' && isRing(style.outlineWidth, style.outlineColor)) return true;
					return part instanceof SVGElement && style.stroke !== 'none' && isRing(style.strokeWidth, style.stroke);
				})
			);
		const look = (): string[] => {
			const own = ownPoints();
			return [
				...(own < 5 ? [`covered or out of view: ${own} of 9 points are its own`] : []),
				...(hasRing() ? [] : ['no ring of 2 px and 3 : 1 around it'])
			];
		};
		// What scrolls or is on its way counts where it comes to rest.
		let flaws = look();
		for (let still = 0, frames = 0, last = ''; flaws.length > 0 && still < 6 && frames < 300; frames++) {
			await new Promise(requestAnimationFrame);
			const { x, y } = element.getBoundingClientRect();
			const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
			still = `${x} ${y}` === last && !isMoving ? still + 1 : 0;
			last = `${x} ${y}`;
			flaws = look();
		}
		return { says, flaws };
	});
}

/**
 * Presses a key until nothing in the page has the focus any more, or `most` times; what it has passed, in order. Going back,
 * the browser itself may have no place before the first stop.
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = 200): Promise<readonly Stop[]> {
	const stops: Stop[] = [];
	while (stops.length < most) {
		await page.keyboard.press(key);
		const stop = await focusedStop(page);
		if (stop === null) break;
		stops.push(stop);
	}
	return stops;
}

import type { Theme } from './style.ts';

/** What the page looks like at the moment: its theme by link, button or system, and the reader's own colours. */
export class PageLook {
	#theme: Theme = $state('light');
	#forcedColors = $state(false);

	get theme(): Theme {
		return this.#theme;
	}

	get forcedColors(): boolean {
		return this.#forcedColors;
	}

	/** Follows both until the function it returns is called. */
	follow(): () => void {
		const dark = matchMedia('(prefers-color-scheme: dark)');
		const forced = matchMedia('(forced-colors: active)');
		const read = (): void => {
			const { theme } = document.documentElement.dataset;
			this.#forcedColors = forced.matches;
			// Forced colours are the system's, whatever theme the page would have.
			const isDark = forced.matches || theme === undefined ? dark.matches : theme === 'dark';
			this.#theme = isDark ? 'dark' : 'light';
		};
		const observer = new MutationObserver(read);
		observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		dark.addEventListener('change', read);
		forced.addEventListener('change', read);
		read();
		return () => {
			observer.disconnect();
			dark.removeEventListener('change', read);
			forced.removeEventListener('change', read);
		};
	}
}

const SINGLE_KEYS = 'chronotope-single-keys';
const OFF = 'off';

/**
 * What the reader has chosen for this browser, and no link carries. Kept where the browser allows it; where it does not
 * (private windows, frames of other sites), a choice lasts as long as the page.
 */
export class Preferences {
	#singleKeys = $state(read(SINGLE_KEYS) !== OFF);

	/** Shortcuts of one character without Ctrl, Alt or Cmd are on: speech input and a stray hand can set them off. */
	get singleKeys(): boolean {
		return this.#singleKeys;
	}

	setSingleKeys(isOn: boolean): void {
		this.#singleKeys = isOn;
		write(SINGLE_KEYS, isOn ? null : OFF);
	}
}

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// Not kept: it holds for this page.
	}
}

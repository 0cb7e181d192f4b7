import type { SavedFile } from './session.ts';

/** Longer than any browser takes to begin with a file that it has already. */
const HELD_MS = 60_000;

/** Hands a file over to the browser as a download. Nothing is fetched and nothing is navigated to. */
export function saveFile({ name, blob }: SavedFile): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), HELD_MS);
}

declare global {
	/** The whole dashboard is one file, which opens from disk: see `src/cli/one-file`. */
	const __ONE_FILE__: boolean;

	namespace App {
		interface Locals {
			/** Markup for the end of `<head>` that no script needs: see `setHead` in `routes/head.server.ts`. */
			head?: string;
			/** Stylesheets that the page needs and that Kit may not link, relative to the page. */
			styles?: readonly string[];
		}
	}
}

export {};

declare global {
	namespace App {
		interface Locals {
			/** Markup for the end of `<head>` that no script needs: see `setHead` in `routes/head.server.ts`. */
			head?: string;
		}
	}
}

export {};

import { summaryOf } from './data-summary.js';

/** A plugin of Vite's: while the development server runs, the page follows the data and says what is wrong with it. */

/** Where the panel asks for the report. */
const REPORT = '/@data-report';
/** A change is to be seen within a second. */
const LOOK_EVERY = 250;

/** The page where there is nothing to show; the panel fills it. */
const EMPTY_PAGE = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<link rel="icon" href="data:," />
		<title>Nothing to show yet</title>
		<script type="module" src="/@vite/client"></script>
		<script type="module" src="/src/cli/dev/data-panel.js"></script>
	</head>
	<body></body>
</html>
`;

/** @returns {import('vite').Plugin} */
export function liveData() {
	return {
		name: 'live-data',
		apply: 'serve',
		configureServer(server) {
			if (process.env.VITEST) return;
			/** @returns {Promise<typeof import('../../routes/live-data.server.ts')>} */
			const load = () => /** @type {any} */ (server.ssrLoadModule('/src/routes/live-data.server.ts'));
			follow(server, load);
			server.middlewares.use((request, response, next) => {
				/**
				 * @param {number} status
				 * @param {string} type
				 * @param {string} body
				 */
				const send = (status, type, body) =>
					response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
				const isReport = request.url === REPORT;
				if (!isReport && !isPage(request)) return next();
				const answer = async () => {
					const report = (await load()).liveReport();
					// What its page is made from the panel reads there.
					response.setHeader('Server-Timing', `data;desc="${report.stamp}"`);
					if (isReport) send(200, 'application/json', JSON.stringify(report));
					else if (!report.isUsable) send(500, 'text/html; charset=utf-8', EMPTY_PAGE);
					return isReport || !report.isUsable;
				};
				// What goes wrong here is an answer to this request, and not the end of the server.
				answer().then((isAnswered) => isAnswered || next(), next);
			});
		}
	};
}

/** @param {import('node:http').IncomingMessage} request */
function isPage({ method, url = '/', headers }) {
	const [pathname = '/'] = url.split('?', 1);
	return method === 'GET' && (headers.accept ?? '').includes('text/html') && !/[.@]/.test(pathname);
}

/**
 * Looks at the files again and again, and says in a line what was read: on shared folders and in containers the system says nothing of changes.
 *
 * @param {import('vite').ViteDevServer} server
 * @param {() => Promise<typeof import('../../routes/live-data.server.ts')>} load
 */
function follow(server, load) {
	/** @type {string | null} */
	let seen = null;
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			const data = await load();
			const stamp = data.liveStamp();
			if (stamp !== seen) {
				if (seen !== null) server.ws.send({ type: 'full-reload' });
				seen = stamp;
				console.log(summaryOf(data.liveReport()));
			}
		} catch {
			// Our own code is being changed and cannot be read; the page says so.
		}
		isBusy = false;
	}, LOOK_EVERY);
	timer.unref();
	server.httpServer?.on('close', () => clearInterval(timer));
}

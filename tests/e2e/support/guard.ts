import type { BrowserContext, Page } from '@playwright/test';

/**
 * What must never happen on any page of the site, collected as sentences: a request or socket to another origin, an
 * uncaught error, a message on console.error, an answer of the site that is an error, a breach of the content security
 * policy in a page, a frame or a worker, a report of any kind, a cookie, and in the storage what no reader has chosen.
 *
 * @param origin Of the site, e.g. `http://127.0.0.1:4173`.
 */
export async function watch(context: BrowserContext, origin: string): Promise<readonly string[]> {
	const findings: string[] = [];
	context.on('request', (request) => {
		const { protocol, origin: target } = new URL(request.url());
		if (protocol === 'data:' || protocol === 'blob:' || target === origin) return;
		findings.push(`request to another origin: ${request.method()} ${request.url()}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) findings.push(`answer ${response.status()}: ${response.url()}`);
		if ('set-cookie' in response.headers()) findings.push(`a cookie is set by ${response.url()}`);
	});
	context.on('weberror', (error) => findings.push(`uncaught error: ${error.error().stack ?? error.error().message}`));
	context.on('console', (message) => {
		if (message.type() === 'error') findings.push(`console error: ${message.text()} (${message.location().url})`);
		// What a policy only reports, and what a browser does not know of a header, are warnings.
		else if (/Content.Security.Policy|Permissions-Policy|Opener-Policy/i.test(message.text()))
			findings.push(`console ${message.type()}: ${message.text()}`);
	});
	// Sockets are no requests. Routed, they are seen here and never opened.
	await context.routeWebSocket(/.*/, (socket) => {
		findings.push(`web socket: ${socket.url()}`);
	});
	await context.exposeBinding('__found', (_source, finding: string) => void findings.push(finding));
	await context.addInitScript(observe);
	// A worker has a scope of its own, with violations of its own. Those of its very first moment are on the console as well.
	const listen = (page: Page): void => {
		page.on('worker', (worker) => {
			worker.evaluate(observeWorker).catch(() => {
				// It has ended already.
			});
		});
	};
	context.pages().forEach(listen);
	context.on('page', listen);
	return findings;
}

/** For the end of a test: cookies, also of other hosts. */
export async function leftBehind(context: BrowserContext): Promise<readonly string[]> {
	return (await context.cookies()).map(({ name, domain }) => `a cookie is kept: ${name} of ${domain}`);
}

/** In every page and frame, before any script of it. */
function observe(): void {
	const tell = Reflect.get(window, '__found') as unknown as (finding: string) => Promise<void>;
	// Of a page that is being left nothing can be told any more.
	const found = (finding: string): void => void tell(finding).catch(() => undefined);
	addEventListener('securitypolicyviolation', (violation) => {
		const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = violation;
		found(`CSP: ${effectiveDirective} forbids ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
	});
	if ('ReportingObserver' in window) {
		const observer = new ReportingObserver(
			(reports) => {
				// Violations are told above; what a browser only advises against is no fault.
				for (const { type, body } of reports) {
					if (type !== 'csp-violation' && type !== 'deprecation') found(`${type} report: ${JSON.stringify(body)}`);
				}
			},
			{ buffered: true }
		);
		observer.observe();
	}
	Object.defineProperty(document, 'cookie', {
		get: () => {
			found('document.cookie is read');
			return '';
		},
		set: (value: unknown) => found(`document.cookie is written: ${String(value)}`)
	});
	const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')?.value as Storage['setItem'];
	Storage.prototype.setItem = function (key, value) {
		// Choices that a reader makes for this browser: README, "Policy".
		if (!key.startsWith('chronotope-')) found(`storage is written: ${key}`);
		setItem.call(this, key, value);
	};
}

function observeWorker(): void {
	addEventListener('securitypolicyviolation', (violation) => {
		const { effectiveDirective, blockedURI } = violation;
		console.error(`CSP in a worker: ${effectiveDirective} forbids ${blockedURI}`);
	});
}

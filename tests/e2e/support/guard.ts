import type { BrowserContext } from '@playwright/test';

/**
 * What must never happen on any page of the site, collected as sentences: a request or socket to another origin, an
 * uncaught error, a message on console.error, an answer of the site that is an error, a breach of the content security
 * policy.
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
	});
	context.on('weberror', (error) => findings.push(`uncaught error: ${error.error().stack ?? error.error().message}`));
	context.on('console', (message) => {
		if (message.type() !== 'error') return;
		findings.push(`console error: ${message.text()} (${message.location().url})`);
	});
	// Sockets are no requests. Routed, they are seen here and never opened.
	await context.routeWebSocket(/.*/, (socket) => {
		findings.push(`web socket: ${socket.url()}`);
	});
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (violation) => {
			const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = violation;
			console.error(`CSP: ${effectiveDirective} forbids ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
		});
	});
	return findings;
}

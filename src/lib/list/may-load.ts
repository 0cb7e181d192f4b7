/** The policy of the page that is shown names the hosts of its own dataset's media, see `pagePolicy`. */

/**
 * Whether the policy lets the page show what is at `url`; of data that a reader has opened it does not. `null`: there is no
 * policy, as in development.
 */
export function mayLoad(url: string, directive: 'img-src' | 'media-src', policy: string | null): boolean {
	if (policy === null) return true;
	const sources = policy
		.split(';')
		.map((part) => part.trim().split(/\s+/))
		.find(([name]) => name === directive);
	return sources?.includes(new URL(url).origin) ?? false;
}

/** As it stands in the page. */
export function policyOfPage(): string | null {
	const selector = 'meta[http-equiv="content-security-policy" i]';
	return document.querySelector<HTMLMetaElement>(selector)?.content ?? null;
}

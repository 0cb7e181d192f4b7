import type { Handle } from '@sveltejs/kit';

// The two Latin files stand in the first paint; other scripts are fetched only where they occur.
const FIRST_FONTS = /noto-sans-latin-(?:400|600)-normal/;

export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && FIRST_FONTS.test(path))
	});

/** Longest id, in characters: short enough for a link, long enough for a title made into a slug. */
export const MAX_ID_LENGTH = 80;

/** Whether a text has the form of an id: lower-case Latin letters, digits, single hyphens between them. */
export function isId<T extends string>(text: string): text is T {
	return text.length <= MAX_ID_LENGTH && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** What the foot of the dashboard leads to. */
export const foot = {
	changes: 'Changes',
	feed: 'Feed'
};

export type FootMessages = Record<keyof typeof foot, string>;

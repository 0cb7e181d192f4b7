/** What a single key does wherever the focus is, text fields aside. */
export type Command = 'search' | 'filters' | 'previous' | 'next' | 'play' | 'help';

const BY_KEY: Readonly<Record<string, Command>> = {
	'/': 'search',
	f: 'filters',
	'[': 'previous',
	']': 'next',
	p: 'play',
	'?': 'help'
};

/** Where a layout writes another alphabet, a key counts by its place on the keyboard. */
const BY_PLACE: Readonly<Record<string, string>> = {
	Slash: '/',
	KeyF: 'f',
	BracketLeft: '[',
	BracketRight: ']',
	KeyP: 'p'
};

const TEXT_FIELDS =
	'input:not([type="checkbox"], [type="radio"], [type="button"]), select, textarea, [contenteditable]';

/** `null`: the key is none of ours. */
export function commandOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): Command | null {
	if (/^[ -~]$/.test(key)) return BY_KEY[key.toLowerCase()] ?? null;
	const place = [...key].length === 1 ? BY_PLACE[code] : undefined;
	if (place === undefined) return null;
	return BY_KEY[shiftKey && place === '/' ? '?' : place] ?? null;
}

/** Whether a key is free for a shortcut: nobody else has taken it, and nobody writes with it. */
export function isFree(event: KeyboardEvent): boolean {
	const { target } = event;
	// AltGr, which some layouts need for brackets, says Ctrl and Alt as well.
	const isModified = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
	if (event.defaultPrevented || event.repeat || event.isComposing || isModified) return false;
	return !(target instanceof Element && target.closest(TEXT_FIELDS) !== null);
}

/** Names of keys that write nothing; every other key is written as what it writes. */
export type KeyName =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'pageUp'
	| 'pageDown'
	| 'home'
	| 'end'
	| 'enter'
	| 'space'
	| 'escape'
	| 'tab'
	| 'shift'
	| 'ctrl';

type Key = KeyName | `=${string}`;
/** Keys that are held together. */
export type Combination = readonly Key[];

export function isName(key: Key): key is KeyName {
	return !key.startsWith('=');
}

export interface HelpGroup<Row extends string = HelpRow> {
	readonly id: HelpTitle;
	readonly rows: readonly { readonly does: Row; readonly keys: readonly Combination[] }[];
}

export type HelpTitle = 'single' | 'page' | 'handles' | 'timeline' | 'marks' | 'overview' | 'map' | 'places' | 'list';
export type HelpRow =
	| Command
	| 'move'
	| 'press'
	| 'leave'
	| 'step'
	| 'leap'
	| 'ends'
	| 'restore'
	| 'zoom'
	| 'whole'
	| 'neighbour'
	| 'first'
	| 'select'
	| 'shift'
	| 'zoomPart'
	| 'pan'
	| 'nearest'
	| 'inOrder'
	| 'choose'
	| 'add'
	| 'all'
	| 'open'
	| 'close';

const ARROWS: readonly Combination[] = [['left'], ['right'], ['up'], ['down']];
const ENDS: readonly Combination[] = [['home'], ['end']];
const PRESS: readonly Combination[] = [['enter'], ['space']];

/** Every key that the page answers to, in the order of its parts. */
export const HELP: readonly HelpGroup[] = [
	{
		id: 'single',
		rows: [
			{ does: 'search', keys: [['=/']] },
			{ does: 'filters', keys: [['=F']] },
			{ does: 'previous', keys: [['=[']] },
			{ does: 'next', keys: [['=]']] },
			{ does: 'play', keys: [['=P']] },
			{ does: 'help', keys: [['=?']] }
		]
	},
	{
		id: 'page',
		rows: [
			{ does: 'move', keys: [['tab'], ['shift', 'tab']] },
			{ does: 'press', keys: PRESS },
			{ does: 'leave', keys: [['escape']] }
		]
	},
	{
		id: 'handles',
		rows: [
			{ does: 'step', keys: ARROWS },
			{ does: 'leap', keys: [['pageUp'], ['pageDown'], ['shift', 'left'], ['shift', 'right']] },
			{ does: 'ends', keys: ENDS },
			{ does: 'restore', keys: [['escape']] }
		]
	},
	{
		id: 'timeline',
		rows: [
			{ does: 'zoom', keys: [['=+'], ['=-']] },
			{ does: 'whole', keys: [['=0']] }
		]
	},
	{
		id: 'marks',
		rows: [
			{ does: 'neighbour', keys: [['left'], ['right']] },
			{ does: 'first', keys: ENDS },
			{ does: 'select', keys: PRESS }
		]
	},
	{
		id: 'overview',
		rows: [
			{ does: 'shift', keys: [['left'], ['right']] },
			{ does: 'zoomPart', keys: [['pageUp'], ['pageDown']] },
			{ does: 'first', keys: ENDS }
		]
	},
	{
		id: 'map',
		rows: [
			{ does: 'pan', keys: ARROWS },
			{ does: 'zoom', keys: [['=+'], ['=-']] },
			{ does: 'all', keys: [['escape']] }
		]
	},
	{
		id: 'places',
		rows: [
			{ does: 'nearest', keys: ARROWS },
			{ does: 'inOrder', keys: [['pageUp'], ['pageDown']] },
			{ does: 'first', keys: ENDS },
			{ does: 'choose', keys: PRESS },
			{ does: 'add', keys: [['ctrl', 'enter']] }
		]
	},
	{
		id: 'list',
		rows: [
			{ does: 'open', keys: [['enter']] },
			{ does: 'close', keys: [['escape']] }
		]
	}
];

/** The sheet that lists the keys. */
export const shortcuts = {
	title: 'Keyboard shortcuts',
	close: 'Close',
	/** The switch. */
	singleKeys: 'Shortcuts of a single key',
	singleKeysNote:
		'They work anywhere outside of text fields. Turn them off if they get in the way of speech input, or are pressed by accident. All other keys go on working.',
	/** Keys as they stand on the keyboard; the arrows are drawn. */
	key: {
		up: '↑',
		down: '↓',
		left: '←',
		right: '→',
		pageUp: 'Page Up',
		pageDown: 'Page Down',
		home: 'Home',
		end: 'End',
		enter: 'Enter',
		space: 'Space',
		escape: 'Esc',
		tab: 'Tab',
		shift: 'Shift',
		ctrl: 'Ctrl'
	},
	/** For those who do not see the arrows. */
	arrow: { up: 'Up arrow', down: 'Down arrow', left: 'Left arrow', right: 'Right arrow' },
	group: {
		single: 'Anywhere',
		page: 'Page',
		handles: 'Handles of the time window',
		timeline: 'Timeline',
		marks: 'Events on the timeline',
		overview: 'Part of the timeline shown',
		map: 'Basemap',
		places: 'Places on the map',
		list: 'Events'
	},
	does: {
		search: 'Search events',
		filters: 'Open or close the filters',
		previous: 'Previous event',
		next: 'Next event',
		play: 'Play or pause',
		help: 'This list',
		move: 'Next or previous control',
		press: 'Press the control',
		leave: 'Close what is open, or step back',
		step: 'One step',
		leap: 'A larger step',
		ends: 'To the end of the data, or to the other handle',
		restore: 'Back to where it was',
		zoom: 'Zoom in or out',
		whole: 'Show the whole timeline',
		neighbour: 'Previous or next event',
		first: 'To the first or the last',
		select: 'Show or hide the details',
		shift: 'Earlier or later part',
		zoomPart: 'Shorter or longer part',
		pan: 'Move the map',
		nearest: 'Nearest place in that direction',
		inOrder: 'Previous or next place as read',
		choose: 'Show the events of the place alone',
		add: 'Add the place, or take it out',
		all: 'Events of all places again',
		open: 'Show the details',
		close: 'Close the details'
	}
};

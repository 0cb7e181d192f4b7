import { createCounter } from '../plural.ts';

const count = createCounter('en');

export const map = {
	/** The region. */
	title: 'Map',
	/** MapLibre's canvas, which takes the keys that move the map. */
	canvas: 'Basemap: arrow keys move it, plus and minus zoom',
	/** In a frame of another page, where a gesture is left to that page. */
	gestures: {
		control: 'Use Ctrl + scroll to zoom the map',
		command: 'Use ⌘ + scroll to zoom the map',
		fingers: 'Use two fingers to move the map'
	},
	description:
		'A circle stands at each place; its number and its size say how many of the listed events are linked to the place. Lines join the places of a journey, a call, or a statement about somewhere else. The list holds the same events.',
	/** Behind the description, for those who can steer by it. */
	howTo:
		'Each place is a button: Enter lists its events alone, with Control the events of several places, and Escape all of them again.',
	events: (events: number) => count(events, { one: '# event', other: '# events' }),
	/** The name of a place's mark: `Damascus, 9 events`. */
	place: (name: string, events: number) => `${name}, ${map.events(events)}`,
	/** The name of the mark of several places near each other: `34 places, 1,204 events`. */
	cell: (places: number, events: number) => `${map.cellPlaces(places)}, ${map.events(events)}`,
	cellPlaces: (places: number) => count(places, { one: '# place', other: '# places' }),
	/** The description where there are many places. */
	descriptionMany:
		'A circle stands at each place, or at several near each other; its number and its size say how many of the listed events are linked to these, each event once. The names of places, and lines between them, are shown for the chosen event alone. The list holds the same events.',
	/** Behind it, for those who can press a circle. */
	cellsOpen: 'A circle of several places opens into them.',
	/** In the circle, where there is room for four characters. */
	number: (events: number) => compact.format(events),
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	fit: 'Fit to events',
	reset: 'Reset map',
	controls: 'Map view',
	/** Opens the four arrows, and their group. */
	pan: 'Move map',
	panUp: 'Move up',
	panDown: 'Move down',
	panLeft: 'Move left',
	panRight: 'Move right',
	/** The marks, which are one stop of the Tab key. */
	places: 'Places on the map',
	attribution: 'Map data',
	/** Where there are too many places for their names; short, as it lies over the map. */
	namesLeft: (places: number) =>
		count(places, {
			one: 'With # place, names are shown for a chosen event alone.',
			other: 'With # places, names are shown for a chosen event alone.'
		}),
	namesAndLinesLeft: (places: number) =>
		count(places, {
			one: 'With # place, names and lines are shown for a chosen event alone.',
			other: 'With # places, names and lines are shown for a chosen event alone.'
		}),
	/** Where all places have their names, and too many events are listed. */
	linesLeft:
		'The lines between places are left out, as too many events are listed. Choose an event to see its own, or filter.',
	moreLines: (lines: number) =>
		count(lines, {
			one: '# more line between places is not drawn. Filter to see all.',
			other: '# more lines between places are not drawn. Filter to see all.'
		}),
	/** Of the chosen event. */
	pinsLeft: (places: number) =>
		count(places, {
			one: '# more place of the event is not named here. Its text names all.',
			other: '# more places of the event are not named here. Its text names all.'
		}),
	notSingly: (places: number) =>
		count(places, {
			one: '# more place in view is not shown singly. Zoom in, or use the list.',
			other: '# more places in view are not shown singly. Zoom in, or use the list.'
		}),
	/** Circles in view that keys cannot reach. */
	notReached: (circles: number) =>
		count(circles, {
			one: '# more circle in view can be pressed with a pointer only. Zoom in, or use the list and the place filter.',
			other: '# more circles in view can be pressed with a pointer only. Zoom in, or use the list and the place filter.'
		}),
	/** Circles in view that are not drawn, as there is no basemap to draw them on. */
	notDrawn: (circles: number) =>
		count(circles, {
			one: '# more circle in view is not drawn. Zoom in, or use the list and the place filter.',
			other: '# more circles in view are not drawn. Zoom in, or use the list and the place filter.'
		}),
	/** On paper, below the places with the most events. */
	morePlaces: (places: number) => count(places, { one: 'and # more place', other: 'and # more places' }),
	unsupported: 'This browser draws no basemap (WebGL 2 is off). Places, list and timeline work all the same.',
	loadFailed: 'The basemap could not be loaded. Places, list and timeline work all the same.',
	lost: 'The map is not available right now',
	lostDetail: 'The graphics card has dropped it. Places, list and timeline work all the same.',
	reload: 'Reload map',
	noBasemap: 'The basemap cannot be read from this host: land and borders are missing. The places are right.'
};

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 });

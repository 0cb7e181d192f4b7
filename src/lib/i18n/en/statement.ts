/**
 * The accessibility statement. It says what is true of this version and no more: what it names as tested is what the tests
 * in `tests/` do, and what is found and not mended goes into `gaps`. Whoever changes what it says changes its date as well
 * (`STATEMENT_DATE`).
 */
export const statement = {
	title: 'Accessibility',
	back: 'Back to the map and the timeline',
	languages: 'This statement in other languages',
	/** `title`: of the dataset. */
	intro: (title: string) =>
		`This is about “${title}”: a map, a timeline and a list of events. Everyone should be able to read all that it says and to do all that it offers, whatever they read it with and whatever they steer it by.`,

	/** In the order shown. */
	sections: {
		aim: {
			heading: 'What we aim for',
			text: 'The Web Content Accessibility Guidelines (WCAG) 2.2 of the W3C, at level AA.',
			items: {}
		},
		state: {
			heading: 'How far it is',
			text: 'This is our own assessment: it rests on automatic tests and on looking at its main parts ourselves. By it, the page follows WCAG 2.2 at level AA, apart from the gaps named below. No one else has examined it, and automatic tests find only a part of what can be wrong. So we do not call it conformant.',
			items: {}
		},
		tested: {
			heading: 'What was tested, and how',
			text: 'Programs steer the page in the browser Chromium and check it there, before each new version:',
			items: {
				rules:
					'The rules of axe-core for WCAG 2.0, 2.1 and 2.2 (levels A and AA) and its best practices, in many states of the page: with filters, dialogs and details open, in the light and the dark theme, with forced colours and reduced motion, written from left to right and from right to left, on narrow and on wide screens.',
				walk: 'A walk through the page with the Tab key, forwards and back: the name, the role and the place of every stop, and whether its focus can be seen.',
				tasks:
					'Twelve tasks, such as choosing a period, reading an event and sharing a link: once by the keyboard alone, and once by single clicks alone, without dragging anything.',
				sliders:
					'Both handles of the time window, by the keys that the ARIA Authoring Practices Guide describes for sliders, in both directions of writing.',
				announced: 'What is announced: nothing while a handle is dragged, and one sentence when it has come to rest.',
				equal:
					'That the list, the marks on the map and the table of the timeline hold the same events, whatever is filtered.',
				contrast: 'Contrast, measured on the pixels that the browser draws, over land and over water, in both themes.',
				reflow:
					'Screens 320 pixels wide (as with a zoom of 400 %), wider spacing of text, and text of twice the size, without loss.',
				system: 'Forced colours (high contrast) and reduced motion.',
				paper: 'The page as it is printed, and as it is without JavaScript.'
			}
		},
		untested: {
			heading: 'What was not tested',
			text: 'These tests are outstanding:',
			items: {
				people: 'People who use assistive technology have not tested the page yet.',
				readers:
					'No screen reader was used: neither NVDA nor JAWS, VoiceOver or TalkBack. Tested is what the browser tells them, and not what they say.',
				browsers: 'The tests run in Chromium. Firefox and Safari were not tested.',
				devices: 'Phones and tablets were imitated by the browser on a computer; no real one was used.',
				others: 'Voice control, switch control and screen magnifiers were not tried.'
			}
		},
		gaps: {
			heading: 'Known gaps',
			text: 'We know of these:',
			items: {
				basemap:
					'The names of countries and cities on the ground of the map are part of a picture. Nothing depends on them: the places of the events have names in text.',
				many: 'Where more than 200 places are in view, only 200 have a mark that can be reached. The page says so; the others are reached through the list and the filters.',
				crowded:
					'Where places lie close together, their marks on the map overlap, and a mark may leave less than 24 pixels to press. Zooming in parts them; the filter of places, whose rows are larger, does the same.',
				timeline:
					'The marks of the timeline are 12 to 15 pixels high. The row of the list opens the same event and is larger. An event that is filtered out keeps a pale mark and has no row: its mark is reached by the keyboard, or its row by taking the filter away.',
				colour:
					'In the bars of the timeline, and in the rings of the places on the map, categories are told apart by colour. The same is said in words by the table of the timeline, by its rows by category, and beside the place that is pointed at or focused.',
				type: 'Where the browser’s own type is set to twice its size and the screen is as narrow as a phone’s, the header and the controls of the timeline are crowded. Words on the timeline grow with zoom alone.',
				next: 'The buttons for the previous and the next event, and the keys that do the same, change the details without saying so to screen readers.',
				languages:
					'Texts that the publisher has not translated stand in another language. The page says which with titles and summaries, and marks it for screen readers, with names too; but it cannot mark it within the names and hints of buttons, and does not in sentences that sum up a filter.',
				elsewhere: 'The reports that are linked are on other sites. How accessible they are is not in our hands.'
			}
		},
		ways: {
			heading: 'Other ways to the same content',
			text: 'Nothing is only on the map or only on the timeline:',
			items: {
				list: 'The list holds every event that map and timeline show, with its date in words, its places and its reports.',
				table: 'A button of the timeline opens a table of how many events there are in each period.',
				scripts: 'Without JavaScript the page is one long text with every event in full.',
				print: 'Printed, or saved as a PDF file, the page holds every event that is listed, in full, with its sources.'
			}
		}
	},

	report: 'If something does not work for you',
	/** `contact`: an address or a name. */
	contact: (contact: string) => `Write to us: ${contact}`,
	publisher: (name: string) => `Please turn to the publisher, ${name}.`,
	noContact: 'Please turn to whoever publishes this page: the site on which you have found it.',
	helpful:
		'It helps to know what you wanted to do, what happened, and which browser and which assistive technology you use.',
	written: (date: string) => `This statement was written on ${date}.`
};

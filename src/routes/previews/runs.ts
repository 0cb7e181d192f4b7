import bidiFactory from 'bidi-js';
import type { Face } from './font-file.ts';

/** A piece of a line that is read in one direction, in one font's file that has all of its characters. */
export interface Run {
	readonly face: Face;
	readonly text: string;
	readonly isRtl: boolean;
}

const bidi = bidiFactory();

/** What turns the direction of all that follows: no title needs it, and in a picture nobody could look for it. */
const OVERRIDES = /[\u202a-\u202e]/g;
const ISOLATE = { opens: /[\u2066-\u2068]/, ends: '\u2069' };
/** Signs that no one sees. Two of them decide how letters join; the rest has done its work when directions are known. */
const UNSEEN = /^[\p{Cf}\p{Variation_Selector}]$/u;
const JOINERS = /^[\u200c\u200d]$/;
/** What words are made of. */
const WORDS = /^[\p{L}\p{M}\p{N}]$/u;

/**
 * A line of text in the order in which it stands on paper, from the left. The renderer sets a piece in one font's file and
 * looks no further, so each piece is in a file that has all of it. Signs that no file has, as pictures of faces, are left
 * out. `null`: a letter or a digit is among them, and a word with a hole in it is none.
 *
 * @param dir What the line is read in as a whole.
 * @param faces In order of preference.
 */
export function runsOf(text: string, dir: 'ltr' | 'rtl', faces: readonly Face[]): readonly Run[] | null {
	const line = tidy(text);
	const { levels } = bidi.getEmbeddingLevels(line, dir);
	const runs: { face: Face; text: string; level: number }[] = [];
	let at = 0;
	for (const character of line) {
		const level = levels[at] ?? 0;
		at += character.length;
		const last = runs.at(-1);
		if (UNSEEN.test(character)) {
			if (last !== undefined && JOINERS.test(character)) last.text += character;
			continue;
		}
		// The renderer drops spaces at the ends of a piece.
		const shown = character === ' ' ? '\u00a0' : character;
		const code = shown.codePointAt(0) ?? 0;
		const face = last?.face.characters.has(code) ? last.face : faces.find(({ characters }) => characters.has(code));
		if (face === undefined) {
			if (WORDS.test(character)) return null;
			continue;
		}
		if (last !== undefined && face === last.face && level === last.level) last.text += shown;
		else runs.push({ face, text: shown, level });
	}
	return inVisualOrder(runs).map(({ face, text, level }) => ({ face, text, isRtl: level % 2 === 1 }));
}

/** Rule L2 of the algorithm, by runs: from the highest level on, all that is at least as high is turned round. */
function inVisualOrder<Item extends { readonly level: number }>(runs: readonly Item[]): readonly Item[] {
	let ordered = [...runs];
	const highest = runs.reduce((most, { level }) => Math.max(most, level), 0);
	for (let level = highest; level > 0; level--) {
		const turned: Item[] = [];
		let group: Item[] = [];
		for (const run of ordered) {
			if (run.level >= level) group.unshift(run);
			else {
				turned.push(...group, run);
				group = [];
			}
		}
		ordered = [...turned, ...group];
	}
	return ordered;
}

/** One line, composed as fonts have it, in which whatever is set apart by its direction also ends. */
export function tidy(text: string): string {
	const line = text
		.normalize('NFC')
		.replace(OVERRIDES, '')
		.replace(/\s/gu, (space) => (/[\u00a0\u202f]/.test(space) ? '\u00a0' : ' '))
		.replace(/ +/g, ' ')
		.replace(/^ | $/g, '');
	let open = 0;
	const kept = [...line].filter((character) => {
		if (ISOLATE.opens.test(character)) open += 1;
		if (character !== ISOLATE.ends) return true;
		open -= 1;
		if (open >= 0) return true;
		open = 0;
		return false;
	});
	return kept.join('') + ISOLATE.ends.repeat(open);
}

/** In which direction a text is read: that of its first letter, else as its surroundings. */
export function directionOf(text: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
	const [first] = /\p{L}/u.exec(text) ?? [];
	if (first === undefined) return around;
	return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
		? 'rtl'
		: 'ltr';
}

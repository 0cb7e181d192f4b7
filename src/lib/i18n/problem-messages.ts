import { dateProblems as arDateProblems } from './ar/date-problems.ts';
import { dates as arDates } from './ar/dates.ts';
import { importProblems as arImportProblems } from './ar/import-problems.ts';
import { problems as arProblems } from './ar/problems.ts';
import { storyProblems as arStoryProblems } from './ar/story-problems.ts';
import { dateProblems as enDateProblems } from './en/date-problems.ts';
import { dates as enDates } from './en/dates.ts';
import { importProblems as enImportProblems } from './en/import-problems.ts';
import { problems as enProblems } from './en/problems.ts';
import { storyProblems as enStoryProblems } from './en/story-problems.ts';
import { dateProblems as ruDateProblems } from './ru/date-problems.ts';
import { dates as ruDates } from './ru/dates.ts';
import { importProblems as ruImportProblems } from './ru/import-problems.ts';
import { problems as ruProblems } from './ru/problems.ts';
import { storyProblems as ruStoryProblems } from './ru/story-problems.ts';
import { LOCALE_FACTS } from './locales.ts';
import type { ProblemWords } from './problem-facts.ts';
import { apart, createProblemWords, type CodedProblem } from './problem-words.ts';

const words = {
	en: createProblemWords(LOCALE_FACTS.en.intl, {
		problems: enProblems,
		importProblems: enImportProblems,
		storyProblems: enStoryProblems,
		dates: enDates,
		dateProblems: enDateProblems
	}),
	ar: createProblemWords(LOCALE_FACTS.ar.intl, {
		problems: arProblems,
		importProblems: arImportProblems,
		storyProblems: arStoryProblems,
		dates: arDates,
		dateProblems: arDateProblems
	}),
	ru: createProblemWords(LOCALE_FACTS.ru.intl, {
		problems: ruProblems,
		importProblems: ruImportProblems,
		storyProblems: ruStoryProblems,
		dates: ruDates,
		dateProblems: ruDateProblems
	})
};

/** Why it is a problem and how to mend it, by language of the interface: `useMessages(problemMessages)(problem).why`. */
export const problemMessages = {
	en: (problem: CodedProblem): ProblemWords => words.en(apart(problem)),
	ar: words.ar,
	ru: (problem: CodedProblem): ProblemWords => words.ru(apart(problem))
};

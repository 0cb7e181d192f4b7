import { dateProblems as enDateProblems } from './en/date-problems.ts';
import { dates as enDates } from './en/dates.ts';
import { importProblems as enImportProblems } from './en/import-problems.ts';
import { problems as enProblems } from './en/problems.ts';
import { LOCALE_FACTS } from './locales.ts';
import { createProblemWords } from './problem-words.ts';

const en = createProblemWords(LOCALE_FACTS.en.intl, {
	problems: enProblems,
	importProblems: enImportProblems,
	dateProblems: enDateProblems,
	dates: enDates
});

/** Why it is a problem and how to mend it, by language of the interface: `useMessages(problemMessages)(problem).why`. */
export const problemMessages = { en, ar: en, ru: en };

import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Which folder may import which is tested in tests/unit/structure; here stand the rules that an editor should show at once.
const ONLY_IN_ONE_PLACE = {
	maplibre: {
		group: ['maplibre-gl', 'maplibre-gl/*'],
		allowTypeImports: true,
		message: 'At run time MapLibre is imported by src/lib/map/map-adapter.ts alone, which is loaded lazily.'
	},
	app: {
		group: ['$app/*'],
		message: '$app belongs to src/routes and src/lib/state/url-sync.svelte.ts.'
	}
};

/** @param {...{ group: string[], message: string }} patterns */
const forbidImports = (...patterns) => ({
	'@typescript-eslint/no-restricted-imports': /** @type {const} */ (['error', { patterns }])
});

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'**/.svelte-kit/',
			'build/',
			'build-single/',
			'static/',
			'tests/results/',
			'tests/fixtures/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Node runs TypeScript by erasing types: use a union of strings.' }
			],
			'object-shorthand': 'error',
			'prefer-const': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		languageOptions: {
			globals: globals.browser,
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/only-throw-error': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-unnecessary-type-assertion': 'error',
			...forbidImports(ONLY_IN_ONE_PLACE.maplibre, ONLY_IN_ONE_PLACE.app)
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/require-each-key': 'error',
			// Links keep the query and are relative, so that the site works under any path; resolve() would do neither.
			'svelte/no-navigation-without-resolve': 'off',
			// What only the browser knows is set after hydration, by an effect; a derived value would be read while prerendering.
			'svelte/prefer-writable-derived': 'off',
			// Bookkeeping that nothing is drawn from (pointers of a gesture) needs no signals.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['src/lib/core/**'],
		rules: {
			'no-restricted-globals': [
				'error',
				...[
					'window',
					'document',
					'navigator',
					'location',
					'history',
					'localStorage',
					'sessionStorage',
					'fetch',
					'process'
				].map((name) => ({ name, message: 'core runs in Node, in a worker and in the browser alike.' }))
			]
		}
	},
	{
		// Where untrusted bytes become data, and where tests build records by hand.
		files: ['src/lib/io/**', 'tests/**'],
		rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }] }
	},
	{
		// MapLibre's own ways are measured beside ours.
		files: ['tests/bench/**'],
		rules: { '@typescript-eslint/no-restricted-imports': 'off' }
	},
	{
		files: ['src/lib/map/map-adapter.ts'],
		rules: forbidImports(ONLY_IN_ONE_PLACE.app)
	},
	{
		files: ['src/routes/**', 'src/lib/state/url-sync.svelte.ts', 'src/hooks.*.ts'],
		rules: forbidImports(ONLY_IN_ONE_PLACE.maplibre)
	},
	{
		files: ['src/cli/**', 'tests/**', '*.config.*', 'src/routes/**/*.server.ts', 'src/hooks.server.ts'],
		languageOptions: { globals: globals.node },
		rules: { 'no-console': 'off' }
	}
);

import { parse, parseCss, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { isScript, parseScript, scriptsOf, type SourceFiles } from './imports.ts';

/** Names a rule and the line that breaks it. */
type Finding = string;

const MUTABLE_COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'SvelteMap', 'SvelteSet', 'Array']);
const RUNES_OF_STATE = /^\$(?:state|derived|props|bindable)\b/;

/**
 * Module-level state in `src/lib`: every page, test and request in one process would share it.
 */
export function checkModuleState(files: SourceFiles): readonly Finding[] {
	const found: Finding[] = [];
	for (const [file, content] of files) {
		if (!file.startsWith('src/lib/') || !isScript(file)) continue;
		for (const { code, isModule } of scriptsOf(file, content)) {
			if (!isModule) continue;
			for (const statement of parseScript(code).statements) {
				for (const what of mutableIn(statement)) found.push(`${file}: ${what} is mutable state at module level`);
			}
		}
	}
	return found;
}

function mutableIn(statement: ts.Statement): readonly string[] {
	if (ts.isClassDeclaration(statement)) {
		return statement.members
			.filter(ts.isPropertyDeclaration)
			.filter((member) => has(member, ts.SyntaxKind.StaticKeyword) && !has(member, ts.SyntaxKind.ReadonlyKeyword))
			.map((member) => `static ${member.name.getText()}`);
	}
	if (!ts.isVariableStatement(statement) || has(statement, ts.SyntaxKind.DeclareKeyword)) return [];
	const { declarationList } = statement;
	const isConst = (declarationList.flags & ts.NodeFlags.Const) !== 0;
	return declarationList.declarations
		.filter((declaration) => !isConst || isMutableValue(declaration))
		.map((declaration) => declaration.name.getText());
}

function isMutableValue({ initializer, type }: ts.VariableDeclaration): boolean {
	if (!initializer) return false;
	if (ts.isCallExpression(initializer)) return RUNES_OF_STATE.test(initializer.expression.getText());
	if (!ts.isNewExpression(initializer)) return false;
	return (
		MUTABLE_COLLECTIONS.has(initializer.expression.getText()) && !/^Readonly|^readonly/.test(type?.getText() ?? '')
	);
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
	return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

interface Declaration {
	readonly property: string;
	readonly value: string;
	readonly start: number;
}

interface CssRule {
	readonly breaks: (declaration: Declaration, file: string) => boolean;
	readonly message: string;
	/** A comment on the same line or the one before that allows it, with a reason. */
	readonly unless: RegExp | null;
}

const PHYSICAL_PROPERTY =
	/^(?:left|right|(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right)|border-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius)$/;
const SIDED_SHORTHAND =
	/^(?:margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding|border-radius)$/;

const CSS_RULES: readonly CssRule[] = [
	{
		breaks: ({ property, value }) =>
			PHYSICAL_PROPERTY.test(property) ||
			(/^(?:text-align|float|clear|caption-side)$/.test(property) && /^(?:left|right)\b/.test(value)) ||
			(SIDED_SHORTHAND.test(property) && isLopsided(property, value)),
		message:
			'a physical side, which does not mirror in Arabic: use the logical property, or say why in /* physical: … */',
		unless: /\/\*\s*physical:\s*\S/
	},
	{
		breaks: ({ value }, file) =>
			!file.endsWith('/tokens.css') &&
			/(?:^|[\s,(])(?:#[\da-f]{3,8}\b|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\()/i.test(value),
		message: 'a colour of its own: colours come from the custom properties in ui/tokens.css',
		unless: null
	}
];

/** Whether a shorthand gives its left and right sides different values. */
function isLopsided(property: string, value: string): boolean {
	const [first, second, third, fourth] = topLevelParts(value.split('/')[0] ?? '');
	if (property === 'border-radius') return first !== second && second !== undefined;
	return fourth !== undefined && second !== fourth && third !== undefined;
}

function topLevelParts(value: string): readonly string[] {
	const parts: string[] = [];
	let depth = 0;
	let part = '';
	for (const character of `${value.trim()} `) {
		depth += character === '(' ? 1 : character === ')' ? -1 : 0;
		if (depth === 0 && /\s/.test(character)) {
			if (part !== '') parts.push(part);
			part = '';
		} else part += character;
	}
	return parts;
}

/** Styles of components and style sheets: logical sides, colours from the tokens. */
export function checkStyles(files: SourceFiles): readonly Finding[] {
	const found: Finding[] = [];
	for (const [file, content] of files) {
		if (!file.startsWith('src/') || !/\.(?:svelte|css)$/.test(file)) continue;
		const sheet = file.endsWith('.css') ? parseCss(content) : parse(content, { modern: true }).css;
		const lines = content.split('\n');
		for (const declaration of sheet ? declarationsIn(sheet) : []) {
			const line = content.slice(0, declaration.start).split('\n').length;
			const nearby = `${/^\s*\/\*/.test(lines[line - 2] ?? '') ? lines[line - 2] : ''}\n${lines[line - 1]}`;
			for (const rule of CSS_RULES) {
				if (!rule.breaks(declaration, file) || rule.unless?.test(nearby)) continue;
				found.push(`${file}:${line} ${declaration.property}: ${declaration.value}: ${rule.message}`);
			}
		}
	}
	return found;
}

function declarationsIn(node: unknown): readonly Declaration[] {
	if (Array.isArray(node)) return node.flatMap(declarationsIn);
	if (typeof node !== 'object' || node === null) return [];
	if ('type' in node && node.type === 'Declaration') {
		const { property, value, start } = node as AST.CSS.Declaration;
		return [{ property: property.toLowerCase(), value, start }];
	}
	return Object.values(node).flatMap(declarationsIn);
}

/** Attributes whose text a person reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
	'aria-label',
	'aria-description',
	'aria-roledescription',
	'aria-valuetext',
	'title',
	'placeholder',
	'alt'
]);

/** Markup of components: no inline style, no words that are not messages. */
export function checkMarkup(files: SourceFiles): readonly Finding[] {
	const found: Finding[] = [];
	for (const [file, content] of files) {
		if (file === 'src/app.html' && /\sstyle\s*=/.test(content))
			found.push(`${file}: inline style, which the CSP forbids`);
		if (!file.startsWith('src/') || !file.endsWith('.svelte')) continue;
		const { fragment } = parse(content, { modern: true });
		visitMarkup(fragment, (node) => {
			const line = content.slice(0, node.start).split('\n').length;
			if (node.type === 'StyleDirective' || (node.type === 'Attribute' && node.name === 'style')) {
				found.push(`${file}:${line} inline style, which the CSP forbids on prerendered elements`);
			}
			if (node.type === 'Text' && /\p{L}/u.test(node.data)) {
				found.push(`${file}:${line} the text "${node.data.trim()}" is no message of i18n`);
			}
			if (node.type === 'Attribute' && SPOKEN_ATTRIBUTES.has(node.name) && hasLetters(node.value)) {
				found.push(`${file}:${line} the text of ${node.name} is no message of i18n`);
			}
		});
	}
	return found;
}

function hasLetters(value: AST.Attribute['value']): boolean {
	return Array.isArray(value) && value.some((part) => part.type === 'Text' && /\p{L}/u.test(part.data));
}

type MarkupNode = AST.Text | AST.Attribute | AST.StyleDirective;

function visitMarkup(node: unknown, see: (node: MarkupNode) => void): void {
	if (Array.isArray(node)) {
		for (const child of node) visitMarkup(child, see);
	} else if (typeof node === 'object' && node !== null) {
		const type = 'type' in node ? node.type : null;
		if (type === 'Text' || type === 'Attribute' || type === 'StyleDirective') see(node as MarkupNode);
		// The text inside an attribute is judged with the attribute.
		if (type !== 'Attribute') for (const child of Object.values(node)) visitMarkup(child, see);
	}
}

import path from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Path from the root, with `/`, to content. */
export type SourceFiles = ReadonlyMap<string, string>;

export interface ImportStatement {
	/** As written. */
	readonly specifier: string;
	/** Gone once types are erased. */
	readonly isTypeOnly: boolean;
	/** Path from the root for a file of ours, without `?query`; null for packages, `$app`, `$env` and `./$types`. */
	readonly target: string | null;
}

/** The scripts of a file: the file itself, or the script blocks of a component. */
export function scriptsOf(file: string, content: string): readonly { code: string; isModule: boolean }[] {
	if (!file.endsWith('.svelte')) return [{ code: content, isModule: true }];
	const { instance, module } = parse(content, { modern: true, filename: file });
	return [instance, module].flatMap((script) => {
		if (!script) return [];
		const { start, end } = script.content as unknown as { start: number; end: number };
		return [{ code: content.slice(start, end), isModule: script === module }];
	});
}

export function parseScript(code: string): ts.SourceFile {
	return ts.createSourceFile('script.ts', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
}

/**
 * Every import of a file: static, re-exported, type-only, dynamic, `import('x').Type`, and `new URL('x', import.meta.url)`
 * (how workers are named).
 */
export function importsOf(file: string, content: string): readonly ImportStatement[] {
	const found: ImportStatement[] = [];
	const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
		if (specifier && ts.isStringLiteralLike(specifier)) {
			found.push({ specifier: specifier.text, isTypeOnly, target: resolveOwn(file, specifier.text) });
		}
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node))
			add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
		else if (isUrlOfThisModule(node)) add(node.arguments?.[0], false);
		ts.forEachChild(node, visit);
	};
	for (const { code } of scriptsOf(file, content)) visit(parseScript(code));
	return found;
}

function isUrlOfThisModule(node: ts.Node): node is ts.NewExpression {
	return (
		ts.isNewExpression(node) &&
		node.expression.getText() === 'URL' &&
		node.arguments?.[1]?.getText() === 'import.meta.url'
	);
}

function resolveOwn(file: string, specifier: string): string | null {
	const bare = specifier.replace(/[?#].*$/, '');
	if (bare === '$lib' || bare.startsWith('$lib/')) return path.posix.join('src/lib', bare.slice('$lib'.length));
	if (!/^\.{1,2}(?:\/|$)/.test(bare) || /(?:^|\/)\$types(?:\.d\.ts|\.ts|\.js)?$/.test(bare)) return null;
	return path.posix.join(path.posix.dirname(file), bare);
}

/** Each cycle once, as its files in order; the first file again at the end. Type-only imports count. */
export function findCycles(files: SourceFiles): readonly (readonly string[])[] {
	const cycles: string[][] = [];
	const done = new Set<string>();
	const trail: string[] = [];
	const walk = (file: string): void => {
		const at = trail.indexOf(file);
		if (at >= 0) {
			cycles.push([...trail.slice(at), file]);
			return;
		}
		if (done.has(file)) return;
		trail.push(file);
		for (const { target } of importsOf(file, files.get(file) ?? '')) {
			if (target !== null && target !== file && files.has(target)) walk(target);
		}
		trail.pop();
		done.add(file);
	};
	for (const file of files.keys()) if (isScript(file)) walk(file);
	return cycles;
}

export function isScript(file: string): boolean {
	return /\.(?:ts|mjs|js|svelte)$/.test(file) && !file.endsWith('.d.ts');
}

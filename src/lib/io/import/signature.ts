/** What a file is that cannot be read as text, or is a page instead of data; words for them are in `i18n`. */
export type FileKind =
	| 'gzip'
	| 'bzip2'
	| '7z'
	| 'rar'
	| 'xz'
	| 'zip'
	| 'kmz'
	| 'xlsx'
	| 'xls'
	| 'ods'
	| 'docx'
	| 'pdf'
	| 'sqlite'
	| 'parquet'
	| 'picture'
	| 'git-lfs'
	| 'html'
	| 'binary';

const MAGIC: readonly (readonly [bytes: string, kind: FileKind])[] = [
	['\u001f\u008b', 'gzip'],
	['BZh', 'bzip2'],
	['7z\u00bc\u00af', '7z'],
	['Rar!', 'rar'],
	['\u00fd7zXZ', 'xz'],
	['%PDF-', 'pdf'],
	['\u00d0\u00cf\u0011\u00e0', 'xls'],
	['SQLite format 3\u0000', 'sqlite'],
	['PAR1', 'parquet'],
	['\u0089PNG', 'picture'],
	['\u00ff\u00d8\u00ff', 'picture'],
	['GIF8', 'picture'],
	['version https://git-lfs', 'git-lfs']
];

/** What the first bytes say, whatever the file's name; `null`: it may well be text. */
export function signatureOf(bytes: Uint8Array): FileKind | null {
	const start = latin(bytes.subarray(0, 64));
	if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return archiveOf(bytes);
	return MAGIC.find(([magic]) => start.startsWith(magic))?.[1] ?? null;
}

/** Names of files stand uncompressed in a ZIP archive, and all of them once more at its end. */
function archiveOf(bytes: Uint8Array): FileKind {
	const names = latin(bytes.subarray(0, 4_096)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
	if (names.includes('xl/workbook')) return 'xlsx';
	if (names.includes('oasis.opendocument.spreadsheet')) return 'ods';
	if (names.includes('word/document')) return 'docx';
	return names.includes('.kml') ? 'kmz' : 'zip';
}

/** A page, as servers send it with an error or for a login. */
export function isWebPage(text: string): boolean {
	return /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(0, 1_000));
}

function latin(bytes: Uint8Array): string {
	// By pieces: arguments stand on the stack.
	let text = '';
	for (let at = 0; at < bytes.length; at += 4_096) text += String.fromCharCode(...bytes.subarray(at, at + 4_096));
	return text;
}

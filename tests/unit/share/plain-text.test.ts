import { expect, test } from 'vitest';
import { plainText, withoutTurns } from '../../../src/lib/share/plain-text.ts';

test('what no one sees stands there, and in files what turns the text around it', () => {
	expect(plainText('a\u202eb\u0000c\u200c')).toBe('aU+202EbU+0000cU+200C');
	expect(withoutTurns('a\u202eb\u2066c \u0645\u06cc\u200c\u062e')).toBe('aU+202EbU+2066c \u0645\u06cc\u200c\u062e');
});

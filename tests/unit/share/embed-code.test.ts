import { expect, test } from 'vitest';
import { embedCode } from '../../../src/lib/share/embed-code.ts';

const CODE = { address: 'https://example.org/embed/?place=moscow&order=desc', script: null, title: 'A', height: 600 };

test('a frame, and with the script what the script knows it by', () => {
	expect(embedCode(CODE)).toBe(
		'<iframe src="https://example.org/embed/?place=moscow&amp;order=desc" title="A" width="100%" height="600" frameborder="0" loading="lazy" allow="fullscreen; clipboard-write" referrerpolicy="no-referrer"></iframe>'
	);
	expect(embedCode({ ...CODE, script: 'https://example.org/embed.js' })).toMatch(
		/^<iframe data-chronotope src=[^]*<\/iframe>\n<script async src="https:\/\/example\.org\/embed\.js"><\/script>$/
	);
});

test('a title is text', () => {
	const code = embedCode({ ...CODE, title: '"><script>alert(1)</script>\n\u0000&' });
	expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; \ufffd&amp;"');
	expect(code.split('<')).toHaveLength(3);
});

import { fileURLToPath } from 'node:url';
import { mergeConfig, type Plugin } from 'vite';
import site from '../../../vite.config.ts';

const TEXT = fileURLToPath(new URL('text.mjs', import.meta.url));

/** Every file of English messages exports them in the pseudo-locale; among themselves they are as they were. */
function pseudoLocale(): Plugin {
	return {
		name: 'pseudo-locale',
		enforce: 'pre',
		transform: {
			filter: { id: /\/src\/lib\/i18n\/en\/(?!index\b)[\w-]+\.ts$/ },
			handler(code, id) {
				const names = [...code.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);
				if (names.length === 0) this.error(`${id} exports no messages in the way that this plugin reads.`);
				const own = code.replace(/^export const /gm, 'const ');
				const wrapped = names.map(
					(name) => `const pseudo_${name} = pseudo(${name}); export { pseudo_${name} as ${name} };`
				);
				return { code: [`import { pseudo } from ${JSON.stringify(TEXT)};`, own, ...wrapped].join('\n'), map: null };
			}
		}
	};
}

/** The site as `vite.config.ts` says, in the pseudo-locale: see `build.mjs` in this folder. */
export default mergeConfig(site, { plugins: [pseudoLocale()] });

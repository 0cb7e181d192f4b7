import { expect, it, vi } from 'vitest';
import { NO_FILTER, type Filter } from '$lib/core/filter.ts';
import { MaskClient, MaskFault, type MaskOptions, type MaskPort } from '../../../src/routes/mask-client.ts';
import type { FromMasks, ToMasks } from '../../../src/routes/mask-messages.ts';

/** Stands for a worker: keeps what it is sent, and says what a test has it say. */
class Port {
	readonly sent: ToMasks[] = [];
	isGone = false;
	onmessage: MaskPort['onmessage'] = null;
	onerror: MaskPort['onerror'] = null;

	postMessage(message: ToMasks): void {
		this.sent.push(message);
	}

	terminate(): void {
		this.isGone = true;
	}

	say(data: FromMasks): void {
		this.onmessage?.call(this as never, { data } as MessageEvent);
	}

	die(): void {
		this.onerror?.call(this as never, { preventDefault: () => undefined } as ErrorEvent);
	}
}

const ROWS = 3;
const words = (query: string): Filter => ({ ...NO_FILTER, query });
const open = { kind: 'open', manifest: { rows: ROWS }, part: {}, site: '/' } as unknown as MaskOptions['open'];

function client() {
	const ports: Port[] = [];
	const here = { update: vi.fn((filter: Filter) => Uint16Array.of(filter.query.length, 0, 0)) };
	const onProgress = vi.fn();
	const onTrouble = vi.fn();
	const start = (): MaskPort => {
		const port = new Port();
		ports.push(port);
		return port;
	};
	return {
		masks: new MaskClient({ start, open, here: () => here, onProgress, onTrouble }),
		ports,
		here,
		onProgress,
		onTrouble
	};
}

const asked = (port: Port | undefined): number => {
	const last = port?.sent.at(-1);
	return last?.kind === 'update' ? last.asked : 0;
};

it('knows that nothing is broken while nothing is asked, whatever the window', () => {
	const { masks, ports } = client();
	const window = { start: 0, end: 1 };
	expect(masks.update({ ...NO_FILTER, window })).toEqual(new Uint16Array(ROWS));
	expect(ports[0]?.sent).toEqual([open]);
});

it('asks nothing where other lists of nothing are given, as a link has them', () => {
	const { masks, ports } = client();
	void masks.update({ ...NO_FILTER, places: [], categories: [], query: '' });
	expect(ports[0]?.sent).toEqual([open]);
});

it('says nothing more of a question that is taken back', async () => {
	const { masks, ports, onProgress } = client();
	const answer = masks.update(words('talks'));
	ports[0]?.say({ kind: 'progress', asked: asked(ports[0]), share: 0.5 });
	void masks.update(NO_FILTER);
	expect(onProgress).toHaveBeenLastCalledWith(null);
	await expect(answer).resolves.toBeNull();
	ports[0]?.say({ kind: 'progress', asked: asked(ports[0]), share: 0.7 });
	expect(onProgress).toHaveBeenLastCalledWith(null);
});

it('asks once, says how far it is, and keeps the answer for as long as only the window moves', async () => {
	const { masks, ports, onProgress } = client();
	const filter = words('talks');
	const answer = masks.update(filter);
	ports[0]?.say({ kind: 'progress', asked: asked(ports[0]), share: 0.5 });
	expect(onProgress).toHaveBeenLastCalledWith(0.5);
	// The window moves meanwhile: the older call is overtaken, and no new question is asked.
	const later = masks.update({ ...filter, window: { start: 0, end: 9 } });
	await expect(answer).resolves.toBeNull();
	expect(ports[0]?.sent).toHaveLength(2);
	const broken = Uint16Array.of(1, 2, 3);
	ports[0]?.say({ kind: 'mask', asked: asked(ports[0]), broken });
	await expect(later).resolves.toBe(broken);
	expect(onProgress).toHaveBeenLastCalledWith(null);
	expect(masks.update({ ...filter, window: { start: 5, end: 9 } })).toBe(broken);
});

it('the newest question counts: an answer to an older one changes nothing', async () => {
	const { masks, ports } = client();
	const first = masks.update(words('a'));
	const older = asked(ports[0]);
	const second = masks.update(words('b'));
	await expect(first).resolves.toBeNull();
	ports[0]?.say({ kind: 'mask', asked: older, broken: Uint16Array.of(9, 9, 9) });
	ports[0]?.say({ kind: 'mask', asked: asked(ports[0]), broken: Uint16Array.of(1, 1, 1) });
	await expect(second).resolves.toEqual(Uint16Array.of(1, 1, 1));
});

it('a question that is taken back is answered from what is known, and its late answer is not taken for another', async () => {
	const { masks, ports } = client();
	const first = masks.update(words('a'));
	expect(masks.update(NO_FILTER)).toEqual(new Uint16Array(ROWS));
	await expect(first).resolves.toBeNull();
	ports[0]?.say({ kind: 'mask', asked: 1, broken: Uint16Array.of(9, 9, 9) });
	expect(masks.update(NO_FILTER)).toEqual(new Uint16Array(ROWS));
});

it('a worker that dies is started once more and asked again; then this thread goes on, and both are said', async () => {
	const { masks, ports, here, onTrouble } = client();
	const answer = masks.update(words('talks'));
	ports[0]?.die();
	expect(ports[0]?.isGone).toBe(true);
	expect(onTrouble.mock.calls).toEqual([['restarted']]);
	expect(ports[1]?.sent.map(({ kind }) => kind)).toEqual(['open', 'update']);
	ports[1]?.die();
	expect(onTrouble.mock.calls).toEqual([['restarted'], ['here']]);
	await expect(answer).resolves.toEqual(Uint16Array.of(5, 0, 0));
	await expect(masks.index).resolves.toBeNull();
	expect(masks.update(words('ab'))).toEqual(Uint16Array.of(2, 0, 0));
	expect(here.update).toHaveBeenCalledTimes(2);
	expect(ports).toHaveLength(2);
});

it('words that do not come are an error of that question alone', async () => {
	const { masks, ports } = client();
	const answer = masks.update(words('a'));
	ports[0]?.say({ kind: 'fault', asked: asked(ports[0]), fault: { reason: 'offline', file: 'words' } });
	await expect(answer).rejects.toBeInstanceOf(MaskFault);
	const again = masks.update(words('b'));
	ports[0]?.say({ kind: 'mask', asked: asked(ports[0]), broken: Uint16Array.of(4, 4, 4) });
	await expect(again).resolves.toEqual(Uint16Array.of(4, 4, 4));
});

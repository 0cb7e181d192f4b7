import type { FromImport, ToImport } from './messages.ts';
import { ImportWork } from './work.ts';

/** Imports files off the main thread. What goes wrong here is no fault of the files: it ends this worker, and another takes its place. */

/** The types are those of a page, whose `postMessage` takes the same options. */
function send(message: FromImport, transfer: Transferable[] = []): void {
	postMessage(message, { transfer });
}

/** A message to oneself stands behind all that came before; a timer would wait for four milliseconds. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function turn(): Promise<void> {
	return new Promise((resolve) => {
		waiting.push(resolve);
		channel.port2.postMessage(null);
	});
}

const work = new ImportWork(send, turn);

addEventListener('message', ({ data }: MessageEvent<ToImport>) => {
	work.receive(data).catch(reportError);
});

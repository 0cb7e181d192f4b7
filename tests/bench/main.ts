import { join } from 'node:path';
import { noFindings } from './findings.ts';
import { describeMachine } from './machine.ts';
import { partsOf, SIZE, type Part, type Wanted } from './parts.ts';
import { NO_LIMITS, Progress, type Limits } from './progress.ts';
import { Report } from './results.ts';
import { firstLine } from './stage.ts';

export interface Request extends Wanted {
	/** File for the figures, absolute; `null`: none. */
	readonly json: string | null;
	/** File for all that is known at the end, in Markdown, absolute; `null`: none. */
	readonly results: string | null;
}

/** In under five minutes whatever happens, installed peers included: what is missing then is said to be. */
const QUICK_LIMITS: Limits = { softMs: 180_000, hardMs: 255_000 };

/** Returns the exit code: 0 when all was measured; 1 when something failed. */
export async function runBenchmark(request: Request): Promise<number> {
	const parts = partsOf(request);
	const findings = noFindings();
	const partial = join(request.root, 'tests/results/bench/partial.md');
	const report = new Report(describeMachine(request.root, request.chromium), { ...request, partial });
	const limits = request.quick ? QUICK_LIMITS : NO_LIMITS;
	const progress = new Progress(parts, limits, (line) => void process.stderr.write(`${line}\n`));
	const stopAt = (signal: NodeJS.Signals, code: number): void =>
		void process.once(signal, () => {
			report.writePart(findings);
			report.print(findings);
			process.stderr.write(`This run was broken off; all of this is in ${partial}.\n`);
			process.exit(code);
		});
	stopAt('SIGINT', 130);
	stopAt('SIGTERM', 143);

	const fail = ({ group, subject }: Part, error: unknown): void => {
		const why = firstLine(error);
		progress.say(`failed: ${why}`);
		findings.failures.push({ group, subject, ...SIZE, why });
	};
	for (const part of parts) {
		if (progress.isOver) fail(part, new Error('there was no time left'));
		else {
			progress.say('begins');
			await part.run(findings, progress).catch((error: unknown) => fail(part, error));
		}
		progress.end();
		report.writePart(findings);
	}
	report.writeWhole(findings);
	report.print(findings);
	return findings.failures.length === 0 ? 0 : 1;
}

/** What the panel says of the data in one line. */

/** @typedef {import('../../routes/live-data.server.ts').LiveReport} LiveReport */

/**
 * @param {Pick<LiveReport, 'groups'>} report
 * @param {'error' | 'warning'} severity
 */
export function totalOf({ groups }, severity) {
	return groups.filter((group) => group.severity === severity).reduce((sum, { count }) => sum + count, 0);
}

/** @param {LiveReport} report */
export function summaryOf(report) {
	const { isUsable, failure, counts } = report;
	if (failure !== null) return 'Nothing to show yet. The data cannot be read at this moment';
	const said = `${counted(totalOf(report, 'error'), 'error')}, ${counted(totalOf(report, 'warning'), 'warning')} in the data`;
	const sum =
		counts === null
			? ''
			: `: ${counts.read} read = ${counts.accepted} accepted + ${counts.repaired} repaired + ${counts.rejected} rejected`;
	return `${isUsable ? '' : 'Nothing to show yet. '}${said}${sum}`;
}

/**
 * @param {number} count
 * @param {string} noun
 */
function counted(count, noun) {
	return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

import type { InlineCatalogue } from '../../../src/lib/core/catalogue.ts';
import type { Result } from '../../../src/lib/core/engine.ts';
import type { EventId } from '../../../src/lib/core/model.ts';

/** Ids of what a result lists, in list order. */
export function listedIds(result: Result, { events }: Pick<InlineCatalogue, 'events'>): readonly EventId[] {
	return Array.from({ length: result.count }, (_, index) => events[result.rowAt(index)]?.id as EventId);
}

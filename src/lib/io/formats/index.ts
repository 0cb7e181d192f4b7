import { csv } from './csv.ts';
import type { Format } from './format.ts';

/** Every format that is read. The surest about a file reads it; among equally sure ones the first. */
export const FORMATS: readonly Format[] = [csv];

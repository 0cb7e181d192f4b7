import { map as en } from './en/map.ts';

export const mapMessages = { en };

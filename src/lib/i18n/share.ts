import { share as en } from './en/share.ts';

export const shareMessages = { en };
export type ShareMessages = typeof en;

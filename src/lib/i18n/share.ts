import { share as ar } from './ar/share.ts';
import { share as en } from './en/share.ts';
import { share as ru } from './ru/share.ts';

export const shareMessages = { en, ar, ru };
export type ShareMessages = typeof en;

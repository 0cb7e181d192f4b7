import { sharing as ar } from './ar/sharing.ts';
import { sharing as en } from './en/sharing.ts';
import { sharing as ru } from './ru/sharing.ts';

export const sharingMessages = { en, ar, ru };
export type SharingMessages = typeof en;

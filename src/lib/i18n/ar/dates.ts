export { dates } from '../en/dates.ts';

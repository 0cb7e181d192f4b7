export { filters } from '../en/filters.ts';

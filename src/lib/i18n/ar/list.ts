export { list } from '../en/list.ts';

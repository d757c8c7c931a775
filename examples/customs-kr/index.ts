export { customsKr } from './customs-kr.ts';

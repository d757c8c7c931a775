export { smeCredit } from './sme-credit.ts';
export {
  type ApplicationOptions,
  defaultApplicationOptions,
  type GeneratedApplication,
  type GeneratedBook,
  generateApplications,
  historyDays,
} from './generator/generate-applications.ts';
export { writeApplications } from './generator/write-applications.ts';

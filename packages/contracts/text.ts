import { z } from 'zod';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that people see, in both languages. Spanish is the default everywhere. */
export const bilingual = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

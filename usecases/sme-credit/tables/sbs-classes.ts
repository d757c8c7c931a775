import type { Lookup } from '@rikuy/engine';

const source = 'Res. SBS 11356-2008, cap. II, num. 3: microempresas, pequeñas empresas y consumo';

/** Days late from which a debtor of micro, small or consumer credit is of a class; below the first it is Normal. */
export const sbsClasses: Lookup = {
  title: { es: 'Clasificación del deudor (SBS)', en: 'Class of the debtor (SBS)' },
  unit: 'days',
  rows: [
    { key: 'cpp', from: '2010-07-01', value: 9, source },
    { key: 'deficiente', from: '2010-07-01', value: 31, source },
    { key: 'dudoso', from: '2010-07-01', value: 61, source },
    { key: 'perdida', from: '2010-07-01', value: 121, source },
  ],
};

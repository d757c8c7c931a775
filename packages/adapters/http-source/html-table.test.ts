import { describe, expect, it } from 'vitest';
import { htmlTable } from './html-table.ts';

const page = `<!doctype html><p>Intro<table id="menu"><tr><td>a<td>b</table>
<table><caption>Tipo de&nbsp;cambio</caption>
  <tr><td colspan=3>Boletín de febrero
  <thead><tr><th>Fecha <th><b>Compra</b><th>Venta<th></thead>
  <tr><td rowspan=2>01/02/2026<td>3,75<td>3,76<td><table><tr><td>n</td></tr></table>
  <tr><td>3,77 <td> <td>&amp;
  <tr><td><td><td><td></tr>
</table>`;

describe('a table of a page', () => {
  it('is found by caption, id or number, and read under its header with spans filled', () => {
    const rates = {
      columns: ['Fecha', 'Compra', 'Venta', 'column_4'],
      rows: [
        { Fecha: '01/02/2026', Compra: '3,75', Venta: '3,76', column_4: 'n' },
        { Fecha: '01/02/2026', Compra: '3,77', Venta: null, column_4: '&' },
      ],
    };
    expect(htmlTable(page, 'Tipo de cambio')).toEqual(rates);
    expect(htmlTable(page, 2)).toEqual(rates);
    expect(htmlTable(page, 'menu')).toEqual({ columns: ['a', 'b'], rows: [] });
  });

  it('that is not there is none', () => {
    expect(htmlTable(page, 4)).toBeNull();
    expect(htmlTable(page, 'Tasas')).toBeNull();
    expect(htmlTable('not a page', 1)).toBeNull();
  });
});

/** The day on which a reader consulted a page, as each style has it. */
import { describe, expect, test } from 'vitest';
import { consultedIn, sayConsulted } from '../../src/citing/consulted.ts';
import { citingOf } from '../../src/citing/references.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';

describe('the day on which a version was consulted', async () => {
  const article = await harbourArticle('sea-routes');
  const { version } = citingOf({ edition: await harbour(), article, version: latestVersion(article) });
  const dated = (id: string, date: Date) => {
    const { html = '', consulted } = version.find(({ style }) => style.id === id) ?? {};
    const at = consulted?.at ?? 0;
    const said = consulted === undefined ? '' : sayConsulted(consulted.form, date);
    return (html.slice(0, at) + said + html.slice(at)).replace(/<[^>]*>/g, '');
  };
  const day = new Date(2026, 8, 5);

  test('stands in the style of Iranian journals in the calendar of its language', () => {
    expect(dated('persian', day)).toMatch(/، تاریخ مراجعه: ۱۴ شهریور ۱۴۰۵، https\S+$/);
    expect(dated('persian-latin', day)).toMatch(/, accessed 5 September 2026, https\S+ \[In Persian\]$/);
  });

  // Cite Them Right; Citing Medicine, chapter 25; IEEE Reference Guide; ISO 690:2021, section 4.8.
  test.each([
    ['harvard', /Available at: https\S+ \(Accessed: 5 September 2026\)\. \[In Persian\]$/],
    ['vancouver', /Harbour Press; 2026 \[cited 2026 Sep 5\]\. Available from: /],
    ['ieee', /Accessed: Sept\. 05, 2026\. \[Online\]\. Available: /],
    ['iso690', /Available from: https\S+ \[Accessed 5 September 2026\]\. \[In Persian\]$/],
  ])('stands in %s', (id, form) => {
    expect(dated(id, day)).toMatch(form);
  });

  test.each(['apa', 'chicago', 'chicago-notes', 'mla'])('has no place in %s', (id) => {
    expect(version.find(({ style }) => style.id === id)?.consulted).toBeUndefined();
  });

  test.each([
    [5, 'June 01, 2026', '2026 Jun 1'],
    [4, 'May 01, 2026', '2026 May 1'],
    [0, 'Jan. 01, 2026', '2026 Jan 1'],
  ])('has the months of IEEE and of medicine (%i)', (month, ieee, vancouver) => {
    expect(dated('ieee', new Date(2026, month, 1))).toContain(`Accessed: ${ieee}`);
    expect(dated('vancouver', new Date(2026, month, 1))).toContain(`[cited ${vancouver}]`);
  });

  test('is in nothing that differs in more than one place', () => {
    expect(consultedIn('a b', 'a 1111 c')).toBeUndefined();
  });
});

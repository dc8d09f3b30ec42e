import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanEmail, emailDoubt } from '../../pages/content/email.ts';

describe('what came along with an address goes without a word', () => {
  test.each([
    'jane@exam\u200bple.com',
    '\u202ajane@example.com\u202c',
    '\ufeffjane@example.com',
    'jane@ex\u00adample.com',
    'jane\u2060@example.com',
    'jane\u200d@example.com',
    ' jane@example.com\u00a0',
    'jane@example.com,',
    'jane@example.com;',
    'jane@example.com.',
    'jane@example.com!',
    '<jane@example.com>',
    '<jane@example.com>,',
    'Jane Doe <jane@example.com>',
    '"Doe, Jane" <jane@example.com>;',
    'mailto:jane@example.com',
    'MAILTO:jane@example.com?subject=Hello',
    '<mailto:jane@example.com>',
    'Email: jane@example.com',
    '"jane@example.com"',
    "'jane@example.com'",
    '“jane@example.com”',
    '‘jane@example.com’',
    '(jane@example.com)',
    '[jane@example.com]',
    'jane＠example.com',
    'ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'jane@example。com',
    'jane @ example.com',
    'jane@example. com',
  ])('%s', (typed) => {
    expect(cleanEmail(typed)).toBe('jane@example.com');
  });
});

describe('what is odd but real passes at once, as it is', () => {
  test.each([
    "o'hara@example.ie",
    'o’hara@example.co.uk',
    'jane+back@example.com',
    'JANE@EXAMPLE.COM',
    'jane_doe-@example.com',
    "!#$%&'*/=?^`{|}~@example.com",
    '"jane doe"@example.com',
    'añá@exämple.com',
    '用户@例え.jp',
    'δοκιμή@παράδειγμα.δοκιμή',
    'x@xn--bcher-kva.example',
    'x@example.xn--p1ai',
    'a@b.co',
    'jane@mail.sub.example.co.uk',
    'jane@example.photography',
    'jane@1and1.com',
    `${'x'.repeat(242)}@example.com`,
  ])('%s', (typed) => {
    expect(cleanEmail(typed)).toBe(typed);
    expect(emailDoubt(typed)).toBeUndefined();
  });
});

// Of people's own providers all over the world, of work and school, and of businesses whose names are near to them.
const real = `aol.co.uk aol.com bbc.co.uk bigpond.com blueyonder.co.uk btinternet.com btopenworld.com cam.ac.uk cloud.com duck.com
  eircom.net email.co.uk email.com example.co.uk fastmail.com fastmail.fm free.fr fsmail.net gmx.co.uk gmx.com gmx.de gmx.net
  goal.com googlemail.com gov.uk hey.com home.co.uk hotel.com hotmail.ca hotmail.co.uk hotmail.com hotmail.com.au hotmail.de
  hotmail.es hotmail.fr hotmail.it icloud.com iol.ie kent.gov.uk laposte.net lineone.net live.co.uk live.com live.fr live.ie
  live.nl localhost.invalid look.com lycos.co.uk mac.com mail.co.uk mail.com mail.ru me.com me.uk msn.com nhs.net ntlworld.com
  o2.co.uk onlook.com orange.fr outlaw.com outlook.com outlook.de outlook.fr outlook.ie ox.ac.uk plus.com plusnet.com pm.me
  police.uk post.com proton.me protonmail.ch protonmail.com rocketmail.com scot.nhs.uk sky.com sky.uk smith.co smith.cam smith.co.nz
  smith.me.uk smith.ne.jp smith.new smith.org.uk smith.vet smithandson.co.uk snail.com t-online.de talktalk.net tesco.net tiscali.co.uk
  trail.com tutamail.com tutanota.com ucl.ac.uk virgin.net virginmedia.com wanadoo.fr web.de xtra.co.nz yahoo.ca yahoo.co.in
  yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.au yahoo.de yahoo.fr yahoo.ie yahoo.in yahoo.no yandex.com ymail.co.uk ymail.com zoho.com`;

test('nobody with a real address is asked whether they meant another', () => {
  const asked = real.split(/\s+/).filter((domain) => emailDoubt(`jane@${domain}`));
  expect(asked).toEqual([]);
});

describe('a slip in a domain is asked about, with what was most likely meant', () => {
  test.each([
    [
      'gmail.com',
      'gmail.con gmail.cm gmail.om gmail.co gmail.cim gmail.comm gmail.vom gmail.xom gmail.cpm gmail.ocm gmail,com gmail..com',
    ],
    [
      'gmail.com',
      'gmial.com gmal.com gmai.com gnail.com gamil.com gmaill.com ggmail.com gmil.com fmail.com gmqil.com gmial.con gmail.co.uk',
    ],
    ['gmail.com', 'gmail gmailcom gmail.net gmail.org gmail.uk GMIAL.COM'],
    [
      'hotmail.com',
      'hotmai.com hotmal.com hotmial.com hotnail.com hormail.com homail.com hotmail.con hotmail.co hotmailcom hotmaill.com',
    ],
    [
      'hotmail.co.uk',
      'hotmial.co.uk hotmail.couk hotmail.co.k hotmail.co.ku hotmail.co.ul hotmail.uk hotmail.com.uk hotmailcouk hotmail.c.uk',
    ],
    ['yahoo.com', 'yaho.com yahooo.com yhoo.com yahoo.con yahoo.cm'],
    ['yahoo.co.uk', 'yaho.co.uk yahoo.co.yk yahoo.cok yahoo.o.uk yahoo.uk yahoo.co,uk'],
    ['outlook.com', 'outlok.com otulook.com outloook.com outlook.con outlook.co outlook.co.uk'],
    ['tiscali.co.uk', 'tiscalli.co.uk tiscal.co.uk'],
    ['icloud.com', 'icloud.co iclod.com icoud.com icloud.con icloud.co.uk iclould.com icould.com'],
    ['btinternet.com', 'btinternet.con btinernet.com btintenet.com btinternet.co.uk btinternet.co'],
    ['live.co.uk', 'live.co.ku live.co.ul live.uk'],
    ['virginmedia.com', 'virginmedia.con virginmeda.com virginmedia.co.uk'],
    ['talktalk.net', 'talktalk.nte taltalk.net'],
    ['googlemail.com', 'goglemail.com googlemail.con googlemail.co.uk'],
    ['protonmail.com', 'protonmial.com protonmail.con'],
    ['aol.com', 'aol.con aol.co'],
    ['sky.com', 'sky.con sky.cpm'],
    ['smith-and-son.co.uk', 'smith-and-son.co.ul smith-and-son.couk smith-and-son.co,uk'],
    ['nhs.net', 'nhs.nte nhs.ent'],
  ])('%s', (meant, slips) => {
    for (const slip of slips.split(' ')) {
      expect([slip, emailDoubt(`jane@${slip}`)?.asked]).toEqual([slip, `Did you mean jane@${meant}?`]);
      expect([slip, emailDoubt(`jane@${slip}`)?.told]).toEqual([slip, `They may mean jane@${meant}.`]);
    }
  });
});

describe('what no mail can reach is asked about', () => {
  test.each([
    'jane@printer.local',
    'jane@mail.lan',
    'jane',
    'jane@',
    '@example.com',
    'jane@example',
    'ja ne@example.com',
    'jane.example.com',
    'jane at example.com',
    'jane@example.com or john@example.com',
    'jane@example.com, john@example.com',
    'jane@@b@example.com',
    'jane@-example.com',
    'jane@exam_ple.com',
    'jane@192.0.2.1',
    'jane@example.c',
    'jane..doe@example.com',
    `${'x'.repeat(243)}@example.com`,
    'none',
    'n/a',
    '07700 900123',
  ])('%s', (typed) => {
    expect(cleanEmail(typed)).toBe(typed);
    expect(emailDoubt(typed)?.asked).toMatch(/does not look like an email address/);
    expect(emailDoubt(typed)?.told).toMatch(/mail may not arrive/);
  });
  test.each([
    ['jane@@example.com', 'jane@example.com'],
    ['jane@example..com', 'jane@example.com'],
    ['jane@example,com', 'jane@example.com'],
    ['jane.@example.com', 'jane@example.com'],
    ['jane@example.com>', 'jane@example.com'],
  ])('%s: did you mean %s?', (typed, meant) => {
    expect(emailDoubt(cleanEmail(typed))?.asked).toBe(`Did you mean ${meant}?`);
  });
});

test('what was cleaned is clean, and nothing that can be seen becomes nothing', () => {
  const pieces = fc.constantFrom('jane', '@', '.', 'com', '<', '>', '"', ' ', ',', 'mailto:', '\u200b', '＠');
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const cleaned = cleanEmail(text);
      expect(cleanEmail(cleaned)).toBe(cleaned);
      // Some letters are made not to be seen: Hangul fillers.
      const seen = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
      if (/[\p{L}\p{N}]/u.test(seen)) expect(cleaned).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
